namespace CommonGround.Domain.Sharing;

/// <summary>
/// The one place that decides who may learn what. Pure: the same facts give the same answer. Order: (1) what is never shown,
/// (2) one's own, (3) what the law gives a role, (4) consent and release, (5) deny.
/// </summary>
public static class SharingPolicy
{
    /// <summary>Whose names and ways of contact a workplace may be given: who treats someone tells what ails them.</summary>
    private static readonly PartyRole[] OpenToWorkplace =
        [PartyRole.Citizen, PartyRole.Coordinator, PartyRole.Supervisor, PartyRole.Companion];

    /// <summary>May the viewer learn this? The most permitting of their parts in the case counts.</summary>
    public static SharingDecision Decide(CaseSharing sharing, SharingMatrix matrix, SharingQuestion question)
    {
        SharingDecision? denied = null;
        foreach (var party in sharing.Parties)
        {
            if (party.PersonId != question.ViewerPersonId || !party.IsActive(question.At))
                continue;

            var decision = DecideFor(party, sharing, matrix, question);
            if (decision.Permitted)
                return decision;

            denied ??= decision;
        }

        return denied ?? SharingDecision.Deny(SharingReason.NotAParty);
    }

    /// <summary>Which parties' names a viewer in this role may see at all.</summary>
    public static bool MaySeeParty(PartyRole viewer, PartyRole shown) => viewer != PartyRole.Supervisor || OpenToWorkplace.Contains(shown);

    private static SharingDecision DecideFor(PartyFacts party, CaseSharing sharing, SharingMatrix matrix, SharingQuestion question)
    {
        var cell = matrix.Cell(party.Role, question.Kind);

        if (party.Role != PartyRole.Citizen && IsNeverShown(party, sharing, cell, question))
            return SharingDecision.Deny(SharingReason.NeverShown, cell.Rule);

        if (party.Role == PartyRole.Citizen)
            return SharingDecision.Permit(SharingReason.Own);

        if (question.AuthorPersonId == party.PersonId)
            return SharingDecision.Permit(SharingReason.OwnWords);

        if (ByLaw(party, cell) is { } lawful)
            return ForPurpose(lawful, question.Purpose);

        if (IsReleased(party, sharing, question) && HasConsent(party, sharing, question, kindMatters: false))
            return SharingDecision.Permit(SharingReason.Released);

        return ByConsent(party, sharing, cell, question);
    }

    private static bool IsNeverShown(PartyFacts party, CaseSharing sharing, SharingCell cell, SharingQuestion question) =>
        cell.Basis == SharingBasis.Never || IsHiddenParty(party, sharing, question);

    /// <summary>To a workplace, contact is shown person by person: the whole kind would name who treats.</summary>
    private static bool IsHiddenParty(PartyFacts viewer, CaseSharing sharing, SharingQuestion question) =>
        viewer.Role == PartyRole.Supervisor
        && question.Kind == InformationKind.Contact
        && question.AuthorPersonId != viewer.PersonId
        && !sharing.Parties.Any(p => p.PartyId == question.ItemId && OpenToWorkplace.Contains(p.Role));

    private static SharingDecision? ByLaw(PartyFacts party, SharingCell cell) => cell.Basis switch
    {
        SharingBasis.ByRole => SharingDecision.Permit(SharingReason.LawGivesRole, cell.Rule),
        SharingBasis.CareInternal => SharingDecision.Permit(SharingReason.CareInternal, cell.Rule),
        SharingBasis.CareInternalWhoTreat when party.Treats => SharingDecision.Permit(SharingReason.CareInternal, cell.Rule),
        _ => null,
    };

    /// <summary>What a role holds by law, it holds for the case; not for looking through the unit's intake, or for answering about a look.</summary>
    private static SharingDecision ForPurpose(SharingDecision lawful, Purpose purpose) =>
        purpose is Purpose.Intake or Purpose.Own or Purpose.Operation or Purpose.PrivacyQuestion ? SharingDecision.Deny(SharingReason.OtherPurpose) : lawful;

    private static bool IsReleased(PartyFacts party, CaseSharing sharing, SharingQuestion question) =>
        question.ItemId is { } item && sharing.Releases.Any(r =>
            r.ItemId == item && r.Kind == question.Kind && r.ToPartyId == party.PartyId && r.IsActive(question.At));

    private static SharingDecision ByConsent(PartyFacts party, CaseSharing sharing, SharingCell cell, SharingQuestion question)
    {
        var reads = cell.Basis is SharingBasis.Consent or SharingBasis.CareInternalWhoTreat;
        var canBeGiven = reads || (cell.Basis == SharingBasis.HandOver && question.Way == SharingWay.HandOver);
        if (canBeGiven && HasConsent(party, sharing, question, kindMatters: true))
            return SharingDecision.Permit(SharingReason.Consent, cell.Rule);

        return SharingDecision.Deny(cell.Basis switch
        {
            SharingBasis.HandOver when question.Way == SharingWay.ReadHere => SharingReason.OnlyAsCopy,
            SharingBasis.OnlyAsSums => SharingReason.OnlyAsSums,
            SharingBasis.CareInternalWhoTreat => SharingReason.NotTreating,
            _ => SharingReason.NotConsented,
        });
    }

    /// <summary>
    /// A release to a party rests on the citizen's consent to that party (any kind); the whole kind rests on a consent to that kind.
    /// Care staff need none for what is released to them: they hold the case by law.
    /// </summary>
    private static bool HasConsent(PartyFacts party, CaseSharing sharing, SharingQuestion question, bool kindMatters) =>
        (!kindMatters && IsCare(party.Role))
        || sharing.Consents.Any(c => c.Reaches(party) && c.IsActive(question.At)
            && c.Purposes.Contains(question.Purpose) && (!kindMatters || c.Kinds.Contains(question.Kind)));

    private static bool IsCare(PartyRole role) => role is PartyRole.Coordinator or PartyRole.TreatingDoctor
        or PartyRole.CertifyingDoctor or PartyRole.TeamMember or PartyRole.ClinicalUnit;
}
