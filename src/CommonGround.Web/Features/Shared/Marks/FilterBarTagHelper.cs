using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>
/// Filters above a list: <c>&lt;filter-bar label="@T[…]"&gt;fields&lt;/filter-bar&gt;</c>. An ordinary GET form, so an address
/// can be kept or sent on; the sort order stays, the page number goes.
/// </summary>
[HtmlTargetElement("filter-bar", Attributes = "label")]
public sealed class FilterBarTagHelper(Texts t) : TagHelper
{
    public string Label { get; set; } = string.Empty;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("class", "filters");
        output.PostContent.AppendHtml("<button class=\"btn second\">").Append(t["filter.show"]).AppendHtml("</button>");
        if (request.Query["sort"].ToString() is { Length: > 0 } sort)
        {
            var keep = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            keep.Attributes["type"] = "hidden";
            keep.Attributes["name"] = "sort";
            keep.Attributes["value"] = sort;
            output.PostContent.AppendHtml(keep);
        }

        if (request.Query.Any(pair => pair.Key is not ("sort" or "page" or "after") && pair.Value.Any(value => value is { Length: > 0 })))
        {
            var clear = new TagBuilder("a");
            clear.Attributes["href"] = $"{request.PathBase}{request.Path}";
            clear.AddCssClass("btn quiet");
            clear.InnerHtml.Append(t["filter.clear"]);
            output.PostContent.AppendHtml(clear);
        }
    }
}
