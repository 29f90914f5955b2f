using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>The element around a label and its control.</summary>
internal static class FieldBox
{
    public static void Write(TagHelperOutput output, string id, IHtmlContent title, IHtmlContent about, IHtmlContent control)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-field");
        output.Content.AppendHtml($"<label class=\"ds-label\" for=\"{id}\">").AppendHtml(title).AppendHtml("</label>");
        output.Content.AppendHtml(about).AppendHtml(control);
    }
}
