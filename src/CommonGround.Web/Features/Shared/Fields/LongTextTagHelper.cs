using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>
/// Free text: <c>&lt;long-text for="Input.Story" label="@T[…]" readers="@T[…]" /&gt;</c>. It must say who reads it.
/// Other attributes go to the textarea, so a draft that saves itself is <c>hx-post="…" hx-trigger="input changed delay:2s"</c>.
/// </summary>
[HtmlTargetElement("long-text", Attributes = "for, readers", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LongTextTagHelper(Texts t) : FieldTagHelper(t)
{
    public int Rows { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var area = new TagBuilder("textarea");
        foreach (var extra in output.Attributes)
        {
            area.Attributes[extra.Name] = extra.Value?.ToString();
        }

        output.Attributes.Clear();
        area.Attributes["id"] = FieldId;
        area.Attributes["name"] = FieldName;
        area.Attributes["rows"] = Rows.ToString(T.Culture);
        area.AddCssClass("ds-input");
        Mark(area);

        // Browsers drop the first line break of a textarea: one is put there for them to take.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        FieldBox.Write(output, FieldId, Title(), About(), area);
    }
}
