using System.Text.Encodings.Web;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>
/// What needs another look, each a link to its field; takes the focus, so that it is heard first.
/// Stands first in a page with a form, and is nothing where nothing is amiss.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Texts t) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(error => error.ErrorMessage.Length > 0)
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-error-summary");
        output.Attributes.SetAttribute("id", "errors");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus", null, HtmlAttributeValueStyle.Minimized));
        output.Attributes.SetAttribute("aria-labelledby", "errors-title");
        output.Content.AppendHtml("<h2 id=\"errors-title\">").Append(t.Count("form.errors", errors.Count)).AppendHtml("</h2>");
        output.Content.AppendHtml(new Lines(errors, FieldLabels.Of(ViewContext.HttpContext)));
    }

    // Written when the page is sent, not where it stands in the page: only then have the fields below told their labels.
    private sealed class Lines(IReadOnlyList<(string Field, string Message)> errors, Dictionary<string, string> labels) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<ul>");
            foreach (var (field, message) in errors)
            {
                var text = encoder.Encode(labels.TryGetValue(field, out var label) ? $"{label}{(label.EndsWith('?') ? "" : ":")} {message}" : message);
                var to = TagBuilder.CreateSanitizedId(field, "_");
                writer.Write(field.Length == 0 ? $"<li>{text}</li>" : $"<li><a href=\"#{to}\">{text}</a></li>");
            }

            writer.Write("</ul>");
        }
    }
}
