using System.Globalization;
using CommonGround.Domain.Journal;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Seen;

/// <summary>How words of the journal read: as they were written, but for the day that a case begins with, which is stored for machines.</summary>
public static class JournalTextWords
{
    private const string FirstDay = "first-day";

    public static string Say(JournalText text, Texts t) =>
        text.Label == FirstDay && DateOnly.TryParseExact(text.Words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? t["reading.first-day", t.Date(day)] : text.Words;
}
