using System.Globalization;

namespace CommonGround.Domain.Forms;

/// <summary>Checks what was given to one question, by its type.</summary>
internal static class AnswerValues
{
    public static IReadOnlyList<AnswerValue> Check(
        FormItem item, GivenAnswer given, string language, AnswerWords words, List<AnswerMistake> mistakes)
    {
        var written = given.Values.Select(Tidy).Where(v => v.Length > 0).ToList();
        if (written.Count > 1 && !item.Repeats)
            return Refuse("one-answer-only", $"{written.Count}");
        if (Tidy(given.OwnWords ?? "") is { Length: > 0 } own)
        {
            if (item.Type != FormItemType.OpenChoice)
                return Refuse("own-words-not-asked", item.LinkId);
            if (!item.Repeats && written.Count > 0)
                return Refuse("one-answer-only", "2");
            return own.Length > item.MaxLength
                ? Refuse("text-too-long", $"{item.MaxLength}")
                : [.. Check(item, given with { OwnWords = null }, language, words, mistakes), new AnswerValue(null, own)];
        }

        return item.Type switch
        {
            FormItemType.Boolean => Each(v => v is "true" or "false" ? new(v, v == "true" ? words.Yes : words.No) : null, "yes-or-no-expected"),
            FormItemType.Integer => Numbers(),
            FormItemType.Date => Each(
                v => DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? new(v, v) : null,
                "day-expected"),
            FormItemType.Choice or FormItemType.OpenChoice => Each(
                v => item.Options.FirstOrDefault(o => o.Code == v) is { } option ? new(v, option.Text.In(language)) : null,
                "option-unknown"),
            _ => written.Exists(v => v.Length > item.MaxLength)
                ? Refuse("text-too-long", $"{item.MaxLength}")
                : [.. written.Select(v => new AnswerValue(v, v))],
        };

        IReadOnlyList<AnswerValue> Numbers()
        {
            var numbers = Each(
                v => int.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
                    ? new($"{n.ToString(CultureInfo.InvariantCulture)}", v) : null,
                "whole-number-expected");
            return numbers.Any(n => int.Parse(n.Plain!, CultureInfo.InvariantCulture) is var x && (x < item.Minimum || x > item.Maximum))
                ? Refuse("number-out-of-range", $"{item.Minimum}-{item.Maximum}")
                : numbers;
        }

        IReadOnlyList<AnswerValue> Each(Func<string, AnswerValue?> read, string name)
        {
            var values = written.Distinct().Select(read).ToList();
            // The link id and not what was written: a mistake may end in a log.
            return values.Contains(null) ? Refuse(name, item.LinkId) : values!;
        }

        IReadOnlyList<AnswerValue> Refuse(string name, string detail)
        {
            mistakes.Add(new AnswerMistake(item.LinkId, name, detail));
            return [];
        }
    }

    /// <summary>One kind of line break, no control characters, no space around: two browsers sending the same text agree.</summary>
    private static string Tidy(string text) => string.Concat(text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Where(c => c == '\n' || c == '\t' || !char.IsControl(c))).Trim();
}
