using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Checks that one value has the form that its question asks for.</summary>
internal static class ValueCheck
{
    private const int LongestDiagnosis = 5;

    public static void Check(RuleCheck check, SubQuestion part, XElement value, IReadOnlyList<string> diagnosisSystems)
    {
        switch (part.Form)
        {
            case ValueForm.Text:
                CheckText(check, part.Id, value);
                break;
            case ValueForm.YesNo when NotWrapped(check, part.Id, value) && Values.Boolean(value) is null:
                check.Wrong("value.not-yes-or-no", part.Id);
                break;
            case ValueForm.Day when NotWrapped(check, part.Id, value) && Values.Date(value) is null:
                check.Wrong("value.not-a-day", part.Id);
                break;
            case ValueForm.Months when NotWrapped(check, part.Id, value):
                CheckMonths(check, part.Id, value);
                break;
            case ValueForm.Period:
                CheckPeriod(check, part.Id, value);
                break;
            case ValueForm.Percent:
                CheckPercent(check, part.Id, value);
                break;
            case ValueForm.Coded:
                CheckCode(check, part, value);
                break;
            case ValueForm.Diagnosis:
                CheckDiagnosis(check, part.Id, value, diagnosisSystems);
                break;
        }
    }

    public static void CheckText(RuleCheck check, string field, XElement value)
    {
        if (NotWrapped(check, field, value) && string.IsNullOrWhiteSpace(value.Value))
        {
            check.Wrong("value.blank", field);
        }
    }

    private static bool NotWrapped(RuleCheck check, string field, XElement value)
    {
        if (value.HasElements)
        {
            check.Wrong("value.wrapped", field);
        }

        return !value.HasElements;
    }

    private static void CheckMonths(RuleCheck check, string field, XElement value)
    {
        if (Values.Number(value.Value) is not { } months || months != decimal.Truncate(months) || months is < 1 or > 99)
        {
            check.Wrong("months.out-of-range", field, "1", "99");
        }
    }

    private static void CheckPeriod(RuleCheck check, string field, XElement value)
    {
        XElement[] periods = [.. value.Elements(Names.Types + "datePeriod")];
        if (periods.Length != 1)
        {
            check.Wrong("period.missing", field);
            return;
        }

        DateOnly? from = CheckEnd(check, field, "start", periods[0]);
        DateOnly? to = CheckEnd(check, field, "end", periods[0]);
        if (from > to)
        {
            check.Wrong("period.backwards", field, $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}");
        }
    }

    private static DateOnly? CheckEnd(RuleCheck check, string field, string end, XElement period)
    {
        XElement[] given = [.. period.Elements(Names.Types + end)];
        if (given.Length != 1)
        {
            check.Wrong($"period.no-{end}", field);
            return null;
        }

        DateOnly? day = Values.Date(given[0]);
        if (day is null)
        {
            check.Wrong(given[0].HasElements ? "value.wrapped" : $"period.{end}-not-a-day", field);
        }

        return day;
    }

    private static void CheckPercent(RuleCheck check, string field, XElement value)
    {
        XElement[] quantities = [.. value.Elements(Names.Types + "pq")];
        XElement[] numbers = [.. quantities.Elements(Names.Types + "value")];
        XElement[] units = [.. quantities.Elements(Names.Types + "unit")];
        if (quantities.Length != 1 || numbers.Length != 1 || units.Length != 1 || numbers[0].HasElements || units[0].HasElements
            || string.IsNullOrWhiteSpace(units[0].Value))
        {
            check.Wrong("percent.no-value-and-unit", field);
            return;
        }

        if (Values.Number(numbers[0].Value) is not { } percent || percent is < 0 or > 100 || percent != decimal.Truncate(percent))
        {
            check.Wrong("percent.out-of-range", field, "0", "100");
        }
    }

    private static void CheckCode(RuleCheck check, SubQuestion part, XElement value)
    {
        if (Cv(check, part.Id, value) is not { } cv)
        {
            return;
        }

        if (cv.Typed("codeSystem")!.Value != part.System)
        {
            check.Wrong("code.other-system", part.Id, part.System);
        }

        if (!part.Codes.Contains(cv.TypedText("code")))
        {
            check.Wrong("code.unknown", part.Id);
        }
    }

    private static void CheckDiagnosis(RuleCheck check, string field, XElement value, IReadOnlyList<string> systems)
    {
        if (Cv(check, field, value) is not { } cv)
        {
            return;
        }

        if (!systems.Contains(cv.TypedText("codeSystem")))
        {
            check.Wrong("diagnosis.other-system", field);
        }

        string code = cv.TypedText("code");
        if (!Values.IsDiagnosis(code))
        {
            check.Wrong("diagnosis.code-form", field);
        }

        if (code.Length > LongestDiagnosis)
        {
            check.Wrong("diagnosis.code-too-long", field, $"{LongestDiagnosis}");
        }
    }

    /// <summary>The coded value, when it is whole: one system, one code, at most one name, nothing wrapped.</summary>
    private static XElement? Cv(RuleCheck check, string field, XElement value)
    {
        XElement[] coded = [.. value.Elements(Names.Types + "cv")];
        if (coded.Length != 1)
        {
            check.Wrong("code.missing", field);
            return null;
        }

        XElement[] codes = [.. coded[0].Elements(Names.Types + "code")];
        XElement[] systems = [.. coded[0].Elements(Names.Types + "codeSystem")];
        bool whole = codes.Length == 1 && systems.Length == 1 && !codes[0].HasElements && !systems[0].HasElements
            && coded[0].Elements(Names.Types + "displayName").Count() <= 1;
        if (!whole)
        {
            check.Wrong("code.not-whole", field);
        }

        return whole ? coded[0] : null;
    }
}
