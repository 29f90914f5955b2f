using System.Globalization;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>
/// A day: <c>&lt;date-field for="Input.From" label="@T[…]" earliest="…" latest="…" /&gt;</c>. The browser's own control:
/// it knows the person's calendar, keyboard and screen reader better than anything drawn by us.
/// </summary>
[HtmlTargetElement("date-field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper(Texts t) : FieldTagHelper(t)
{
    public DateOnly? Earliest { get; set; }

    public DateOnly? Latest { get; set; }

    /// <summary>Asks for the time of day too.</summary>
    public bool WithTime { get; set; }

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
        input.Attributes["type"] = WithTime ? "datetime-local" : "date";
        input.Attributes["value"] = Value;
        Limit(input, "min", Earliest);
        Limit(input, "max", Latest);
        input.AddCssClass("ds-input short");
        Mark(input);
        FieldBox.Write(output, FieldId, Title(), About(), input);
    }

    private void Limit(TagBuilder input, string name, DateOnly? day)
    {
        if (day is { } limit)
        {
            input.Attributes[name] = limit.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (WithTime ? "T00:00" : string.Empty);
        }
    }
}
