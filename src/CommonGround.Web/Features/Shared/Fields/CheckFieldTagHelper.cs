using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>Yes or not: <c>&lt;check-field for="Input.ToldColleagues" label="@T[…]" /&gt;</c>.</summary>
[HtmlTargetElement("check-field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckFieldTagHelper(Texts t) : FieldTagHelper(t)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var extra in output.Attributes)
        {
            input.Attributes[extra.Name] = extra.Value?.ToString();
        }

        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = FieldId;
        input.Attributes["name"] = FieldName;
        input.Attributes["value"] = "true";
        if (Values.Contains("true"))
        {
            input.Attributes["checked"] = "checked";
        }

        input.AddCssClass("ds-input");
        Mark(input);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "ds-field");
        output.Content.AppendHtml(input).AppendHtml($"<label for=\"{FieldId}\">").AppendHtml(Title()).AppendHtml("</label>").AppendHtml(About());
    }
}
