using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>In which capacity someone acts: <c>&lt;hat-pill of="Support" /&gt; or of="@person.Hat"</c>; <c>explained</c> adds what it means.</summary>
[HtmlTargetElement("hat-pill", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HatPillTagHelper(Texts t) : TagHelper
{
    public Hat Of { get; set; }

    public bool Explained { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Of switch
        {
            Hat.Decides => "hat authority",
            Hat.HelpsAndMustNote => "hat info",
            _ => "hat",
        });
        output.Content.SetContent(t["hat." + Of]);
        if (Explained)
        {
            output.PostElement.AppendHtml(" <span class=\"small soft\">").Append(t[$"hat.{Of}.means"]).AppendHtml("</span>");
        }
    }
}
