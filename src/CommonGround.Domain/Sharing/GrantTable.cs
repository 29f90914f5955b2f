namespace CommonGround.Domain.Sharing;

/// <summary>
/// Turns the policy into rows. It holds no rule of its own: it asks <see cref="SharingPolicy.Decide"/> at every moment at which
/// an answer can change, and writes down the spans between them.
/// </summary>
public static class GrantTable
{
    private static readonly InformationKind[] Kinds = Enum.GetValues<InformationKind>();
    private static readonly Purpose[] Purposes = Enum.GetValues<Purpose>();

    /// <summary>All grants of a case.</summary>
    public static IReadOnlyList<Grant> Of(CaseSharing sharing, SharingMatrix matrix)
    {
        var moments = Moments(sharing, []);
        var grants = new List<Grant>();
        foreach (var party in sharing.Parties)
        {
            foreach (var kind in Kinds)
            {
                var whole = Spans(sharing, matrix, moments, new Asked(party.PersonId, party.PartyId, kind, null, false));
                grants.AddRange(whole);
                grants.AddRange(Uncovered(Spans(sharing, matrix, moments, new Asked(party.PersonId, party.PartyId, kind, null, true)), whole));
                foreach (var (item, releases) in ItemsOf(sharing, party, kind))
                    grants.AddRange(Uncovered(
                        Spans(sharing, matrix, Moments(sharing, releases), new Asked(party.PersonId, party.PartyId, kind, item, false)), whole));
            }
        }

        foreach (var personId in sharing.Emergencies.Select(e => e.PersonId).Distinct())
        {
            foreach (var kind in Kinds)
                grants.AddRange(Spans(sharing, matrix, moments, new Asked(personId, null, kind, null, false, InEmergency: true)));
        }

        return grants;
    }

    /// <summary>
    /// The intake of a unit: care staff read contact, work and leave of those whose certificates reached it; health, who treat. It holds while
    /// there is no case: of a case, it opens nothing that no part in it opens.
    /// </summary>
    /// <param name="members">Person, whether they treat, from, until (UTC).</param>
    /// <param name="rule">The rule it rests on, a key of <c>content/rules</c>.</param>
    public static IReadOnlyList<Grant> OfIntake(
        Guid unitId, IEnumerable<(Guid PersonId, bool Treats, DateTime From, DateTime? Until)> members, string rule)
    {
        InformationKind[] open = [InformationKind.Contact, InformationKind.Work, InformationKind.Leave];
        InformationKind[] treating = [.. open, InformationKind.Function, InformationKind.Health, InformationKind.Assessment];
        return
        [
            .. from member in members
               from kind in member.Treats ? treating : open
               select new Grant(null, unitId, member.PersonId, null, kind, null, false, Grant.Bit(Purpose.Intake),
                   member.From, member.Until, SharingReason.CareInternal, rule),
        ];
    }

    private sealed record Asked(Guid PersonId, Guid? PartyId, InformationKind Kind, Guid? ItemId, bool OwnWords, bool InEmergency = false);

    private static List<Grant> Spans(CaseSharing sharing, SharingMatrix matrix, List<DateTime> moments, Asked asked)
    {
        var spans = new List<Grant>();
        for (var i = 0; i < moments.Count; i++)
        {
            var until = i + 1 < moments.Count ? moments[i + 1] : (DateTime?)null;
            if (At(sharing, matrix, moments[i], until, asked) is not { } grant)
                continue;

            if (spans.Count > 0 && spans[^1] is var last && last.Until == grant.From && last with { Until = grant.Until } == grant with { From = last.From })
                spans[^1] = last with { Until = grant.Until };
            else
                spans.Add(grant);
        }

        return spans;
    }

    private static Grant? At(CaseSharing sharing, SharingMatrix matrix, DateTime from, DateTime? until, Asked asked)
    {
        var purposes = 0;
        SharingDecision? permitted = null;
        foreach (var purpose in Purposes)
        {
            var decision = SharingPolicy.Decide(sharing, matrix, new SharingQuestion(asked.PersonId, asked.Kind, purpose, from,
                ItemId: asked.ItemId, AuthorPersonId: asked.OwnWords ? asked.PersonId : null, PartyId: asked.PartyId));
            // What was opened in an emergency stands in rows of its own: they end with it, and say so.
            if (!decision.Permitted || (decision.Reason == SharingReason.EmergencyAccess) != asked.InEmergency)
                continue;

            permitted ??= decision;
            purposes |= Grant.Bit(purpose);
        }

        return permitted is null ? null
            : new Grant(sharing.CaseId, null, asked.PersonId, asked.PartyId, asked.Kind, asked.ItemId, asked.OwnWords, purposes,
                from, until, permitted.Reason, permitted.Rule);
    }

    /// <summary>Rows that a row for the whole kind already covers are left out.</summary>
    private static IEnumerable<Grant> Uncovered(IEnumerable<Grant> narrow, List<Grant> whole) =>
        narrow.Where(n => !whole.Any(w => w.From <= n.From && (w.Until is null || (n.Until is not null && n.Until <= w.Until))
            && (n.Purposes & ~w.Purposes) == 0));

    private static IEnumerable<(Guid Item, IReadOnlyList<ReleaseFacts> Releases)> ItemsOf(
        CaseSharing sharing, PartyFacts viewer, InformationKind kind)
    {
        foreach (var item in sharing.Releases.Where(r => r.Kind == kind && r.ToPartyId == viewer.PartyId).GroupBy(r => r.ItemId))
            yield return (item.Key, [.. item]);

        if (kind != InformationKind.Contact)
            yield break;

        foreach (var party in sharing.Parties)
            yield return (party.PartyId, []);
    }

    /// <summary>When an answer can change. Releases of other items cannot change the answer on this one.</summary>
    private static List<DateTime> Moments(CaseSharing sharing, IReadOnlyList<ReleaseFacts> releases) =>
    [
        .. sharing.Parties.SelectMany(p => Ends(p.From, p.Until))
            .Concat(sharing.Consents.SelectMany(c => Ends(c.From, c.Until, c.WithdrawnAt)))
            .Concat(sharing.Emergencies.SelectMany(e => Ends(e.From, e.Until)))
            .Concat(releases.SelectMany(r => Ends(r.From, r.Until)))
            .Distinct().Order(),
    ];

    private static IEnumerable<DateTime> Ends(DateTime from, params DateTime?[] others) => others.OfType<DateTime>().Prepend(from);
}
