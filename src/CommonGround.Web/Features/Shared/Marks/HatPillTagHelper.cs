using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>
/// In which capacity someone acts: <c>&lt;hat-pill of="Hat.Support" /&gt; or of="@person.Hat"</c>; or <c>role="@party.Role"</c>, on a page of a
/// case: what the law of its country makes of that role, and nothing where no hat is told. <c>explained</c> adds what it means.
/// </summary>
[HtmlTargetElement("hat-pill", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("hat-pill", Attributes = "role", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HatPillTagHelper(Texts t, SharingMatrices matrices) : TagHelper
{
    public Hat? Of { get; set; }

    public PartyRole? Role { get; set; }

    public bool Explained { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Of ?? Told()) is not { } hat)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", hat switch
        {
            Hat.Decides => "hat authority",
            Hat.HelpsAndMustNote => "hat info",
            _ => "hat",
        });
        output.Content.SetContent(t["hat." + hat]);
        if (Explained)
        {
            output.PostElement.AppendHtml(" <span class=\"small soft\">").Append(t[$"hat.{hat}.means"]).AppendHtml("</span>");
        }
    }

    private Hat? Told() => Role is { } role ? matrices.For(ViewContext.HttpContext.CaseView().Country).ShownHatOf(role) : null;
}
