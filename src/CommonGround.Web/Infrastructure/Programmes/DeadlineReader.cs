using System.Globalization;
using CommonGround.Domain;
using CommonGround.Domain.Programmes;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// Reads a deadline: <c>base: case-start</c>, <c>first-sick-day</c> or <c>step KEY</c>; <c>offset: 2 weeks</c>.
/// </summary>
internal static class DeadlineReader
{
    private const int FurthestOffset = 1000;

    public static Deadline? Read(YamlMap? map)
    {
        if (map is null)
            return null;
        var (from, step) = Base(map);
        var (offset, unit) = Offset(map);
        var deadline = new Deadline(from, step, offset, unit, map.NeededWording("label"), map.Word("rule"));
        map.NothingElse();
        return deadline;
    }

    private static (DeadlineBase Base, string? Step) Base(YamlMap map)
    {
        if (!map.Has("base"))
        {
            map.Mistake(map.Line, "deadline-without-base", "base");
            return default;
        }

        var words = (map.Word("base") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["step", var key]:
                return (DeadlineBase.Step, key);
            case [var word] when StableWord.Read<DeadlineBase>(word) is { } from and not DeadlineBase.Step:
                return (from, null);
            case { Length: > 0 }:
                map.Mistake("base", "unknown-base", string.Join(' ', words), "first-sick-day, case-start, step KEY");
                break;
        }

        return default;
    }

    private static (int Offset, DeadlineUnit Unit) Offset(YamlMap map)
    {
        var word = map.NeededWord("offset");
        if (word.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var of]
            && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
            && Math.Abs(offset) <= FurthestOffset
            && StableWord.Read<DeadlineUnit>(of) is { } unit)
        {
            return (offset, unit);
        }

        if (word.Length > 0)
            map.Mistake("offset", "unknown-offset", word, "14 days, 2 weeks, 5 working-days");
        return default;
    }
}
