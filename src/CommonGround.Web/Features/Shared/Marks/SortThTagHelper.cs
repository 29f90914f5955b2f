using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>
/// A column header that sorts: <c>&lt;sort-th by="due" first&gt;@T[…]&lt;/sort-th&gt;</c>. The address says <c>?sort=due</c>
/// or <c>?sort=-due</c>; filters stay, the page number goes. <c>first</c> marks the column sorted by when none is named.
/// </summary>
[HtmlTargetElement("sort-th", Attributes = "by")]
public sealed class SortThTagHelper(Texts t) : TagHelper
{
    public string By { get; set; } = string.Empty;

    public bool First { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var sort = request.Query["sort"].ToString();
        var rising = sort == By || (sort.Length == 0 && First);
        var falling = sort == "-" + By;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key is not ("sort" or "page" or "after")))
        {
            { "sort", rising ? "-" + By : By },
        };

        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        if (rising || falling)
        {
            output.Attributes.SetAttribute("aria-sort", rising ? "ascending" : "descending");
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = query.ToQueryString().Value;
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        link.InnerHtml.AppendHtml($"<span class=\"arrow\" aria-hidden=\"true\">{(falling ? "↓" : rising ? "↑" : "↕")}</span><span class=\"sr-only\">, ");
        link.InnerHtml.Append(t[rising ? "table.sort-falling" : "table.sort-rising"]).AppendHtml("</span>");
        output.Content.SetHtmlContent(link);
    }
}
