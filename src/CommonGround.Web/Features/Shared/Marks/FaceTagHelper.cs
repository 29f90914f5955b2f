using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommonGround.Web.Features.Shared.Marks;

/// <summary>
/// A person's initials in a circle: <c>&lt;face name="Jonas Ek" /&gt;</c>. The name usually stands beside it, so it is silent;
/// <c>alone</c> gives it its name.
/// </summary>
[HtmlTargetElement("face", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FaceTagHelper : TagHelper
{
    public string Name { get; set; } = string.Empty;

    public bool Alone { get; set; }

    public bool Little { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Little ? "face little" : "face");
        if (Alone)
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Name);
            output.Attributes.SetAttribute("title", Name);
        }
        else
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }

        output.Content.SetContent(Initials(Name));
    }

    /// <summary>First and last name; titles such as "Dr" are not part of it.</summary>
    internal static string Initials(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = parts.Length > 2 && parts[0].TrimEnd('.').Length <= 2 ? parts[1..] : parts;
        return string.Concat(named.Take(1).Concat(named.Skip(1).TakeLast(1)).Select(part => StringInfo.GetNextTextElement(part))).ToUpper(CultureInfo.CurrentCulture);
    }
}
