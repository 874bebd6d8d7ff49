extension ChangelogTemplate {
  /// The text of `templates/changelog/keep-a-changelog.mustache`.
  static let keepAChangelogText = """
    {{! A changelog as Keep a Changelog 1.1.0 wants it; with is_document a whole file, otherwise its releases. }}
    {{#is_document}}
    # Changelog

    All notable changes to this project will be documented in this file.

    The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
    and this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

    {{/is_document}}
    {{#releases}}
    ## [{{version}}{{#is_unreleased}}Unreleased{{/is_unreleased}}]{{#date}} - {{date}}{{/date}}

    {{#has_breaking}}
    ### Breaking changes

    {{#breaking}}
    - {{#scope}}**{{scope}}:** {{/scope}}{{{description_markdown}}}{{#commit_url}} ([{{short_commit}}]({{{commit_url}}})){{/commit_url}}
    {{/breaking}}

    {{/has_breaking}}
    {{#sections}}
    ### {{title}}

    {{#commits}}
    - {{#scope}}**{{scope}}:** {{/scope}}{{{description_markdown}}}{{#other_references}}, {{#action}}{{action}} {{/action}}{{#url}}[{{text}}]({{{url}}}){{/url}}{{^url}}{{text}}{{/url}}{{/other_references}}{{#commit_url}} ([{{short_commit}}]({{{commit_url}}})){{/commit_url}}
    {{/commits}}

    {{/sections}}
    {{/releases}}
    {{#is_document}}
    {{#headings}}
    {{#compare_url}}
    [{{version}}{{#is_unreleased}}Unreleased{{/is_unreleased}}]: {{{compare_url}}}
    {{/compare_url}}
    {{^compare_url}}
    {{#tag_url}}
    [{{version}}{{#is_unreleased}}Unreleased{{/is_unreleased}}]: {{{tag_url}}}
    {{/tag_url}}
    {{/compare_url}}
    {{/headings}}
    {{/is_document}}

    """
}
