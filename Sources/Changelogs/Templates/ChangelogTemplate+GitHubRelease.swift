extension ChangelogTemplate {
  /// The text of `templates/changelog/github-release.mustache`.
  static let gitHubReleaseText = """
    {{! The notes of a release on GitHub, GitLab or Gitea; the page shows version and date itself. }}
    {{#releases}}
    {{#has_breaking}}
    ## ⚠️ Breaking changes

    {{#breaking}}
    - {{#scope}}**{{scope}}:** {{/scope}}{{{description_markdown}}} ({{short_commit}})
    {{/breaking}}

    {{/has_breaking}}
    {{#sections}}
    ## {{title}}

    {{#commits}}
    - {{#scope}}**{{scope}}:** {{/scope}}{{{description_markdown}}}{{#other_references}}, {{#action}}{{action}} {{/action}}{{#url}}[{{text}}]({{{url}}}){{/url}}{{^url}}{{text}}{{/url}}{{/other_references}} ({{short_commit}})
    {{/commits}}

    {{/sections}}
    {{^has_sections}}
    {{^has_breaking}}
    No changes that concern users.

    {{/has_breaking}}
    {{/has_sections}}
    {{#has_contributors}}
    ## Contributors

    {{#contributors}}
    - {{name}}{{#is_first_time}} (first contribution){{/is_first_time}}
    {{/contributors}}

    {{/has_contributors}}
    {{#compare_url}}
    **Full changelog**: [{{previous_tag}}…{{tag}}{{^tag}}now{{/tag}}]({{{compare_url}}})

    {{/compare_url}}
    {{/releases}}

    """
}
