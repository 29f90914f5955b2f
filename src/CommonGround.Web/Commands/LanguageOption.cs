using System.CommandLine;
using CommonGround.Domain;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Commands;

/// <summary><c>--language</c>: in which language a command answers.</summary>
internal static class LanguageOption
{
    public static Option<string> Create()
    {
        var language = new Option<string>("--language") { Description = "en, sv or da.", DefaultValueFactory = _ => Languages.Fallback };
        language.AcceptOnlyFromAmong([.. Wording.Languages]);
        return language;
    }
}
