using System.Globalization;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.SickNotes.ShowSickNote;

/// <summary>Says what stands in a field: days as days, yes as yes, and the codes that people answer with in words.</summary>
public static class FieldWords
{
    public static string Say(Texts texts, ReceivedField field)
    {
        if (field.Code is { } code)
        {
            return texts.Has("certificate.code." + code) ? texts["certificate.code." + code]
                : field.Value == code ? code : $"{field.Value} ({code})";
        }

        return field.Value switch
        {
            "true" => texts["certificate.yes"],
            "false" => texts["certificate.no"],
            var value when Day(value) is { } day => texts.Date(day),
            var value when value.Split('/') is [var from, var to] && Day(from) is { } first && Day(to) is { } last => texts.Range(first, last),
            var value => value,
        };
    }

    public static bool IsDay(ReceivedField field) => field.Code is null && Day(field.Value) is not null;

    /// <summary>It stands as a code, for the form has no words for it.</summary>
    public static bool IsBareCode(Texts texts, ReceivedField field) => field.Code is { } code && field.Value == code && !texts.Has("certificate.code." + code);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
