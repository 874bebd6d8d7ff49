extension ChangelogTemplate {
  /// The text of `templates/changelog/conventionalcommits.mustache`.
  static let conventionalCommitsText = """
    {{! A changelog as conventional-changelog writes it for Conventional Commits: what breaks comes first. }}
    {{#releases}}
    {{#version}}
    ## {{#compare_url}}[{{version}}]({{{compare_url}}}){{/compare_url}}{{^compare_url}}{{version}}{{/compare_url}}{{#date}} ({{date}}){{/date}}
    {{/version}}
    {{#is_unreleased}}
    ## Unreleased
    {{/is_unreleased}}

    {{#has_breaking}}
    ### ⚠ BREAKING CHANGES

    {{#breaking}}
    * {{#scope}}**{{scope}}:** {{/scope}}{{{description_markdown}}}
    {{/breaking}}

    {{/has_breaking}}
    {{#sections}}
    ### {{title}}

    {{#commits}}
    * {{#scope}}**{{scope}}:** {{/scope}}{{{description_markdown}}} ({{#commit_url}}[{{short_commit}}]({{{commit_url}}}){{/commit_url}}{{^commit_url}}{{short_commit}}{{/commit_url}}){{#other_references}}, {{#action}}{{action}} {{/action}}{{#url}}[{{text}}]({{{url}}}){{/url}}{{^url}}{{text}}{{/url}}{{/other_references}}
    {{/commits}}

    {{/sections}}
    {{/releases}}

    """
}
