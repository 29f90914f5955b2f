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

    /// <summary>Whoever is not named here: their identity is protected, or they are no longer here.</summary>
    public string Who(Look look) => look.Viewer.Name.Length > 0 ? look.Viewer.Name : t["look.someone"];

    /// <summary>In the middle of a sentence.</summary>
    public string? Role(Look look) =>
        look.AsOfficer ? t["look.role.privacy"]
        : look.Role is { } role ? t.LowerFirst(t["role." + role]) : null;

    /// <summary>Read your plan to make or follow it; or: tried to open your plan.</summary>
    public string Did(Look look) => look.Permitted ? t["look.did", What(look), For(look)] : t["look.tried", Thing(look.What)];

    public string What(Look look) => Page("look.what.", look.What) ?? t["look.any-page"];

    /// <summary>
    /// To keep someone's help together is what care does; a workplace and an authority look for a part of their own, and some areas of the
    /// product are for something of their own.
    /// </summary>
    public string For(Look look) =>
        new[] { $"{look.Purpose}.{look.Role}", $"{look.Purpose}.{Area(look.What)}" }.Select(own => "look.for." + own).FirstOrDefault(t.Has) is { } own
            ? t[own] : t["look.for." + look.Purpose];

    public string Sentence(Look look) => $"{Who(look)}{Part(look)} {Did(look)}";

    /// <summary>What was shown, and of words about who has looked, which of them: they are of no kind.</summary>
    public string Showed(Look look) => string.Join(", ", look.Kinds.Select(kind => t.LowerFirst(t["kind." + kind]))
        .Concat(look.Permitted && Page("look.shows.", look.What) is { } own ? [own] : []));

    /// <summary>Whether the name of a page, as the log has it, has words of its own.</summary>
    public static bool Knows(Texts t, string what) => t.Has("look.what." + what.Replace('/', '.'));

    /// <summary>What the pages of an area show: enough for an attempt that showed nothing. Some of an area show something else.</summary>
    private string Thing(string what)
    {
        var of = what.Split('/');
        return new[] { string.Join('.', of.Take(2)), of[0] }.Select(area => "look.thing." + area).FirstOrDefault(t.Has) is { } own ? t[own] : t["look.any-thing"];
    }

    private static string Area(string what) => what.Split('/')[0];

    /// <summary>A page that is searched reads as itself until a search of it has words.</summary>
    private string? Page(string prefix, string what)
    {
        var key = prefix + what.Replace('/', '.');
        return t.Has(key) ? t[key]
            : what.EndsWith(Disclosures.SearchedOn, StringComparison.Ordinal) ? Page(prefix, what[..^Disclosures.SearchedOn.Length]) : null;
    }
}
