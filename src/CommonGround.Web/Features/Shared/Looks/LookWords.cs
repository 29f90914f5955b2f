using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Looks;

/// <summary>Says a look as one sentence to the citizen: who, in which part, from where, did what, what for.</summary>
public sealed class LookWords(Texts t)
{
    /// <summary>What follows the name: their part and where they work, between commas.</summary>
    public string Part(Look look) => (Role(look), look.Viewer.Place) switch
    {
        ({ } role, { Length: > 0 } place) => t["look.part", role, place],
        ({ } role, _) => t["look.part-role", role],
        (null, { Length: > 0 } place) => t["look.part-place", place],
        _ => "",
    };

    /// <summary>In the middle of a sentence.</summary>
    public string? Role(Look look) =>
        look.Purpose == Purpose.PrivacyQuestion ? t["look.role.privacy"]
        : look.Role is { } role ? t.LowerFirst(t["role." + role]) : null;

    /// <summary>Read your plan to make or follow it; or: tried to open your plan.</summary>
    public string Did(Look look) => look.Permitted ? t["look.did", What(look), For(look)] : t["look.tried", Thing(look.What)];

    public string What(Look look) => Page("look.what.", look.What) ?? t["look.any-page"];

    /// <summary>To keep someone's help together is what care does; a workplace and an authority look for a part of their own.</summary>
    public string For(Look look) => $"look.for.{look.Purpose}.{look.Role}" is var own && t.Has(own) ? t[own] : t["look.for." + look.Purpose];

    public string Sentence(Look look) => $"{look.Viewer.Name}{Part(look)} {Did(look)}";

    public string Kinds(Look look) => string.Join(", ", look.Kinds.Select(kind => t.LowerFirst(t["kind." + kind])));

    /// <summary>Whether the name of a page, as the log has it, has words of its own.</summary>
    public static bool Knows(Texts t, string what) => t.Has("look.what." + what.Replace('/', '.'));

    /// <summary>What the pages of an area show: enough for an attempt that showed nothing.</summary>
    private string Thing(string what) => t.Has("look.thing." + what.Split('/')[0]) ? t["look.thing." + what.Split('/')[0]] : t["look.any-thing"];

    /// <summary>A page that is searched reads as itself until a search of it has words.</summary>
    private string? Page(string prefix, string what)
    {
        var key = prefix + what.Replace('/', '.');
        return t.Has(key) ? t[key]
            : what.EndsWith(Disclosures.SearchedOn, StringComparison.Ordinal) ? Page(prefix, what[..^Disclosures.SearchedOn.Length]) : null;
    }
}
