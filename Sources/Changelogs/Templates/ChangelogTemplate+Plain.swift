extension ChangelogTemplate {
  /// The text of `templates/changelog/plain.mustache`.
  static let plainText = """
    {{! A changelog for terminals, mails and tag messages; rendered as plain text, not as Markdown. }}
    {{#releases}}
    {{version}}{{#is_unreleased}}Unreleased{{/is_unreleased}}{{#date}} ({{date}}){{/date}}

    {{#has_breaking}}
    Breaking changes:
    {{#breaking}}
      * {{#scope}}{{scope}}: {{/scope}}{{description}}
    {{/breaking}}

    {{/has_breaking}}
    {{#sections}}
    {{title}}:
    {{#commits}}
      * {{#scope}}{{scope}}: {{/scope}}{{description}} ({{short_commit}})
    {{/commits}}

    {{/sections}}
    {{/releases}}

    """
}
