using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared;

/// <summary>A person's name where the reader may know it; else that it is not shown, which is not the same as having none.</summary>
internal static class NameShown
{
    public static string Name(this Texts texts, string? name) => string.IsNullOrEmpty(name) ? texts["person.no-name"] : name;

    /// <summary>Within a sentence: whoever is not named there is "the person".</summary>
    public static string Whom(this Texts texts, string? name) => string.IsNullOrEmpty(name) ? texts["person.whom"] : name;
}
