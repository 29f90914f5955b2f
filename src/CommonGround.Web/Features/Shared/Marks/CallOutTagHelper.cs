using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>
/// Something to notice: <c>&lt;call-out kind="support" title="@T[…]"&gt;…&lt;/call-out&gt;</c>.
/// Kinds: info, support (help is here), heed (needs an eye), grave (cannot be undone).
/// </summary>
[HtmlTargetElement("call-out")]
public sealed class CallOutTagHelper : TagHelper
{
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    /// <summary>Heading level of the title: it must fit the page's outline.</summary>
    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"callout stack {(Kind == "info" ? string.Empty : Kind)}".TrimEnd());
        if (Title is { Length: > 0 })
        {
            output.PreContent.AppendHtml($"<h{Level}>").Append(Title).AppendHtml($"</h{Level}>");
        }
    }
}
