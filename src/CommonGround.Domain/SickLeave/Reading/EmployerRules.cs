namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Rules of the certificates that a patient hands to an employer. Source: the issuer's published rules.</summary>
internal static class EmployerRules
{
    /// <summary>AG7804: the diagnosis stands there if and only if the patient wants it passed on.</summary>
    public static void DiagnosisOnlyIfWanted(RuleCheck check)
    {
        bool has = check.Answers.Has("6");
        if (check.Answers.IsYes("100", "100.1") && !has)
        {
            check.Wrong("answer.missing", "6", "100.1");
        }
        else if (has && !check.Answers.IsYes("100", "100.1"))
        {
            check.Wrong("diagnosis.not-wanted", "6");
        }
    }

    /// <summary>AG7804: no examination in the future.</summary>
    public static void NoFutureBasis(RuleCheck check)
    {
        if (check.Today is { } today
            && check.Answers.To("1").SelectMany(a => a.Of("1.2")).Any(p => Values.Date(p.Element) > today))
        {
            check.Wrong("basis.in-future", "1.2");
        }
    }

    /// <summary>
    /// AG1-14: a diagnosis is needed if the patient wants it passed on. One given against their wish breaks no rule of the
    /// issuer; it is not kept, and the sender is told.
    /// </summary>
    public static void DiagnosesOfFirstDays(RuleCheck check)
    {
        SharedRules.CheckOneSystem(check, "4", "4.2");
        if (check.Answers.IsYes("3", "3.1") && !check.Answers.Has("4"))
        {
            check.Wrong("answer.missing", "4", "3.1");
        }
        else if (check.Answers.IsNo("3", "3.1") && check.Answers.Has("4"))
        {
            check.Warn("diagnosis.not-wanted", "4");
        }
    }

    /// <summary>AG1-14: what the person can do despite illness is described if and only if there is something.</summary>
    public static void AbilityText(RuleCheck check)
    {
        bool has = check.Answers.To("6").Any(a => a.Of("6.2").Any());
        if (check.Answers.IsYes("6", "6.1") && !has)
        {
            check.Wrong("part.missing", "6.2", "1");
        }
        else if (check.Answers.IsNo("6", "6.1") && has)
        {
            check.Wrong("part.not-allowed", "6.2", "1");
        }
    }

    /// <summary>AG1-14: who should be contacted and why is needed when contact is wished.</summary>
    public static void ContactReasonNeeded(RuleCheck check)
    {
        if (check.Answers.IsYes("9", "9.1") && !check.Answers.To("9").Any(a => a.Of("9.2").Any()))
        {
            check.Wrong("part.missing", "9.2", "1");
        }
    }
}
