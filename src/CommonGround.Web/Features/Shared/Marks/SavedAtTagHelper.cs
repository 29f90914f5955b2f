using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>
/// That a draft is safe, and since when: <c>&lt;saved-at utc="Model.SavedAt" /&gt;</c>. It is announced when it changes;
/// answer a self-saving draft with it and let htmx put it in its place (<c>hx-target="#saved"</c>, <c>hx-swap="outerHTML"</c>).
/// </summary>
[HtmlTargetElement("saved-at", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SavedAtTagHelper(Texts t) : TagHelper
{
    public DateTime? Utc { get; set; }

    public string Id { get; set; } = "saved";

    /// <summary>Who else sees it, ready to read ("all present see it").</summary>
    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "saved");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("role", "status");
        if (Utc is { } at)
        {
            output.Content.AppendHtml("<span class=\"tick\" aria-hidden=\"true\">✓</span> ").Append(t["saved.at", t.Time(at)]);
        }

        if (Note is { Length: > 0 })
        {
            output.Content.Append(Utc is null ? Note : $" · {Note}");
        }
    }
}
