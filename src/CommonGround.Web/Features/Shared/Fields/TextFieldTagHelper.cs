using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>One line: <c>&lt;text-field for="Input.Phone" label="@T[…]" type="tel" autocomplete="tel" width="short" /&gt;</c>. Other attributes go to the input.</summary>
[HtmlTargetElement("text-field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper(Texts t) : FieldTagHelper(t)
{
    public string Type { get; set; } = "text";

    /// <summary>short (a phone number), tiny (a few digits), or the whole line.</summary>
    public string? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var extra in output.Attributes)
        {
            input.Attributes[extra.Name] = extra.Value?.ToString();
        }

        output.Attributes.Clear();
        input.Attributes["id"] = FieldId;
        input.Attributes["name"] = FieldName;
        input.Attributes["type"] = Type;
        if (Type != "password")
        {
            input.Attributes["value"] = Value;
        }

        input.AddCssClass($"ds-input {Width}".TrimEnd());
        Mark(input);
        FieldBox.Write(output, FieldId, Title(), About(), input);
    }
}
