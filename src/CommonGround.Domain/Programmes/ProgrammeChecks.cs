using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>Finds what cannot work in a programme that can be read: steps nobody can reach, deadlines that bite their tail.</summary>
public static class ProgrammeChecks
{
    public static IReadOnlyList<ProgrammeFlaw> Of(Programme programme)
    {
        var steps = programme.Steps.ToList();
        var keys = steps.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var flaws = new List<ProgrammeFlaw>();
        flaws.AddRange(steps.SelectMany(step => UnknownSteps(step, keys)));
        flaws.AddRange(steps.SelectMany(step => MissingParts(programme, step)));
        flaws.AddRange(steps.SelectMany(MissingTexts));
        flaws.AddRange(steps.SelectMany(ToldToTheWorkplace));
        flaws.AddRange(DeadlineCircles(programme, steps));
        if (flaws.Count == 0)
            flaws.AddRange(Reachability.Unreachable(steps).Select(s => new ProgrammeFlaw(s.Key, "waits-for", "unreachable-step", s.Key)));
        return flaws;
    }

    private static IEnumerable<ProgrammeFlaw> UnknownSteps(Step step, HashSet<string> keys)
    {
        if (step.Deadline is { Base: DeadlineBase.Step, StepKey: { } key } && !keys.Contains(key))
            yield return new(step.Key, "deadline", "unknown-step", key);
        foreach (var done in (step.WaitsFor?.Condition.Parts ?? []).OfType<Condition.StepDone>())
        {
            if (!keys.Contains(done.Step))
                yield return new(step.Key, "waits-for", "unknown-step", done.Step);
        }

        // What is needed may depend on the person's situation only: if it hung on steps, a step could come and go.
        foreach (var done in (step.NeededIf?.Parts ?? []).OfType<Condition.StepDone>())
            yield return new(step.Key, "needed-if", "needed-if-names-step", done.Step);
    }

    private static IEnumerable<ProgrammeFlaw> MissingParts(Programme programme, Step step)
    {
        foreach (var role in step.Participants.Prepend(step.Holder).Distinct())
        {
            if (!programme.Parts.ContainsKey(role))
                yield return new(step.Key, "participants", "role-without-part", StableWord.Of(role));
        }

        if (step.Participants.Contains(step.Holder))
            yield return new(step.Key, "participants", "holder-among-participants", StableWord.Of(step.Holder));
    }

    private static IEnumerable<ProgrammeFlaw> MissingTexts(Step step)
    {
        if (!step.Purpose.ContainsKey(PartyRole.Citizen))
            yield return new(step.Key, "purpose", "no-purpose-card", StableWord.Of(PartyRole.Citizen));
        if (step.Involves(PartyRole.Supervisor) && !step.Purpose.ContainsKey(PartyRole.Supervisor))
            yield return new(step.Key, "purpose", "no-purpose-card", StableWord.Of(PartyRole.Supervisor));
        foreach (var role in new[] { PartyRole.Citizen, step.Holder }.Distinct().Where(r => !step.Next.ContainsKey(r)))
            yield return new(step.Key, "next", "no-next-text", StableWord.Of(role));
        if (step.Kind == StepKind.Meeting && step.Agenda.Count == 0)
            yield return new(step.Key, "agenda", "meeting-without-agenda", step.Key);
    }

    /// <summary>
    /// What a careless file could let out: a step that reaches the workplace without the citizen's yes (need N56), or a text
    /// that tells the supervisor of a step they have no part in.
    /// </summary>
    private static IEnumerable<ProgrammeFlaw> ToldToTheWorkplace(Step step)
    {
        const PartyRole supervisor = PartyRole.Supervisor;
        if (step.Involves(supervisor))
        {
            var reachesOut = step.Holder == supervisor || step.Kind == StepKind.Meeting || !step.Involves(PartyRole.Citizen);
            var holdsWithoutYes = step.WaitsFor?.Condition.Holds(
                fact => fact == KnownFacts.WorkplaceContactAgreed ? new FactValue.YesNo(false) : null, _ => null) != false;
            if (reachesOut && holdsWithoutYes)
                yield return new(step.Key, "waits-for", "workplace-without-yes", KnownFacts.WorkplaceContactAgreed);
        }
        else if (step.Next.ContainsKey(supervisor) || step.Purpose.ContainsKey(supervisor) || step.Checklists.ContainsKey(supervisor))
        {
            yield return new(step.Key, "next", "supervisor-told-of-others-step", step.Key);
        }
    }

    private static IEnumerable<ProgrammeFlaw> DeadlineCircles(Programme programme, IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { step.Key };
            for (var at = step; at?.Deadline is { Base: DeadlineBase.Step, StepKey: { } key }; at = programme.Find(key))
            {
                if (seen.Add(key))
                    continue;
                if (key == step.Key)
                    yield return new(step.Key, "deadline", "deadline-in-circle", key);
                break;
            }
        }
    }
}
