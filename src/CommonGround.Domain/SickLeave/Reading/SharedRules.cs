namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Rules between questions that LISJP, FK7804 and AG7804 have in common. Source: the issuer's published rules.</summary>
internal static class SharedRules
{
    public static IReadOnlyList<Action<RuleCheck>> All { get; } =
        [BasisText("1"), CurrentWork, DiagnosisPairs, OneDiagnosisSystem, PeriodsApart, UnevenHours, UnevenHoursReason];

    /// <summary>What other basis there was is told if and only if the basis is another.</summary>
    public static Action<RuleCheck> BasisText(string question) => check =>
    {
        foreach (Answer answer in check.Answers.To(question))
        {
            string[] codes = [.. answer.Of(question + ".1").Select(p => p.Element.Typed("cv").TypedText("code"))];
            bool has = answer.Of(question + ".3").Any();
            if (codes.Contains(CodeSystems.Other) && !has)
            {
                check.Wrong("part.missing", question + ".3", $"{answer.Row}");
            }
            else if (has && codes.Any(c => c.Length > 0 && c != CodeSystems.Other))
            {
                check.Wrong("part.not-allowed", question + ".3", $"{answer.Row}");
            }
        }
    };

    /// <summary>The reason for a contact is given only if a contact is wished.</summary>
    public static Action<RuleCheck> ContactReason(string question) => check =>
    {
        if (check.Answers.IsNo(question, question + ".1") && check.Answers.To(question).Any(a => a.Of(question + ".2").Any()))
        {
            check.Wrong("part.not-allowed", question + ".2", "1");
        }
    };

    /// <summary>In how many days, if and only if the person is thought to return after some.</summary>
    public static void PrognosisDays(RuleCheck check) => Conditional(check, "39.3", CodeSystems.ReturnAfterDays);

    /// <summary>In how many months if and only if after some; a reason only, and always, when the prognosis is unclear.</summary>
    public static void PrognosisMonths(RuleCheck check)
    {
        Conditional(check, "39.4", CodeSystems.ReturnAfterMonths);
        Conditional(check, "39.2", CodeSystems.PrognosisUnclear);
    }

    /// <summary>"Not applicable" stands alone, without a description of measures.</summary>
    public static void Measures(RuleCheck check)
    {
        IReadOnlyList<string> codes = check.Answers.Codes("40", "40.1");
        if (!codes.Contains(CodeSystems.NoMeasure))
        {
            return;
        }

        if (codes.Any(c => c != CodeSystems.NoMeasure))
        {
            check.Wrong("measure.none-stands-alone", "40.1");
        }

        if (check.Answers.Has("44"))
        {
            check.Wrong("answer.not-allowed", "44", "40.1");
        }
    }

    private static void Conditional(RuleCheck check, string part, string code)
    {
        IReadOnlyList<string> codes = check.Answers.Codes("39", "39.1");
        bool has = check.Answers.To("39").Any(a => a.Of(part).Any());
        if (codes.Contains(code) && !has)
        {
            check.Wrong("part.missing", part, "1");
        }
        else if (has && codes.Any(c => c != code))
        {
            check.Wrong("part.not-allowed", part, "1");
        }
    }

    private static void CurrentWork(RuleCheck check)
    {
        bool works = check.Answers.Codes("28", "28.1").Contains(CodeSystems.CurrentWork);
        if (works && !check.Answers.Has("29"))
        {
            check.Wrong("answer.missing", "29", "28.1");
        }
        else if (!works && check.Answers.Has("29"))
        {
            check.Wrong("answer.not-allowed", "29", "28.1");
        }
    }

    private static void DiagnosisPairs(RuleCheck check)
    {
        foreach (Answer answer in check.Answers.To("6"))
        {
            bool second = HasPair(check, answer, "6.3", "6.4");
            if (HasPair(check, answer, "6.5", "6.6") && !second)
            {
                check.Wrong("diagnosis.second-missing", "6.3");
            }
        }
    }

    private static bool HasPair(RuleCheck check, Answer answer, string text, string code)
    {
        bool hasText = answer.Of(text).Any();
        bool hasCode = answer.Of(code).Any();
        if (hasText != hasCode)
        {
            check.Wrong("diagnosis.text-and-code", hasText ? code : text);
        }

        return hasText || hasCode;
    }

    private static void OneDiagnosisSystem(RuleCheck check) => CheckOneSystem(check, "6", "6.2", "6.4", "6.6");

    /// <summary>All diagnoses of one certificate come from one system.</summary>
    public static void CheckOneSystem(RuleCheck check, string question, params string[] parts)
    {
        IEnumerable<string> systems = check.Answers.To(question)
            .SelectMany(a => a.Parts).Where(p => parts.Contains(p.Id))
            .Select(p => p.Element.Typed("cv").TypedText("codeSystem")).Where(s => s.Length > 0).Distinct();
        if (systems.Count() > 1)
        {
            check.Wrong("diagnosis.several-systems", parts[0]);
        }
    }

    // The issuer lets two periods meet on a day; the degree of that day is then the later period's, so it is worth a look.
    private static void PeriodsApart(RuleCheck check)
    {
        CertificatePeriod[] periods = [.. Periods.Of(check.Answers, "32")];
        for (int i = 0; i < periods.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                CertificatePeriod a = periods[j], b = periods[i];
                if (a.From < b.To && b.From < a.To)
                {
                    check.Wrong("period.overlap", "32.2", $"{Later(a.From, b.From):yyyy-MM-dd}", $"{Earlier(a.To, b.To):yyyy-MM-dd}");
                }
                else if (a.From <= b.To && b.From <= a.To)
                {
                    check.Warn("period.shared-day", "32.2", $"{Later(a.From, b.From):yyyy-MM-dd}");
                }
            }
        }
    }

    private static void UnevenHours(RuleCheck check)
    {
        bool partial = check.Answers.Codes("32", "32.1").Any(c => CodeSystems.Degrees.TryGetValue(c, out int degree) && degree < 100);
        if (partial && !check.Answers.Has("33") && !check.InfectionControl)
        {
            check.Wrong("answer.missing", "33", "32.1");
        }
        else if (!partial && check.Answers.Has("33"))
        {
            check.Wrong("answer.not-allowed", "33", "32.1");
        }
    }

    private static void UnevenHoursReason(RuleCheck check)
    {
        bool has = check.Answers.To("33").Any(a => a.Of("33.2").Any());
        if (check.Answers.IsYes("33", "33.1") && !has)
        {
            check.Wrong("part.missing", "33.2", "1");
        }
        else if (check.Answers.IsNo("33", "33.1") && has)
        {
            check.Wrong("part.not-allowed", "33.2", "1");
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
