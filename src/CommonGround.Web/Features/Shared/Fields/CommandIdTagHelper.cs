using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>
/// The name of one intended act, <c>&lt;command-id /&gt;</c> in each form: sent twice, it has one effect.
/// A form that comes back to be corrected keeps it; the act has not been done yet.
/// </summary>
[HtmlTargetElement("command-id", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CommandIdTagHelper(TimeProvider clock) : TagHelper
{
    public const string Name = "CommandId";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", Sent() ?? Guid.CreateVersion7(clock.GetUtcNow()));
        if (ViewContext.HttpContext.Access().InCase is { Parts.Count: > 1 } here)
            output.PostElement.AppendHtml($"<input type=\"hidden\" name=\"{PartsInCase.Field}\" value=\"{here.PartyId}\">");
    }

    private Guid? Sent()
    {
        var request = ViewContext.HttpContext.Request;
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType && Guid.TryParse(request.Form[Name], out var sent)
            ? sent
            : null;
    }
}
