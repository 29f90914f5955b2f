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

    /// <summary>May the viewer learn this? Of their parts in the case the one that they act in counts; where none is named, the most permitting.</summary>
    public static SharingDecision Decide(CaseSharing sharing, SharingMatrix matrix, SharingQuestion question)
    {
        SharingDecision? denied = null;
        foreach (var party in sharing.Parties)
        {
            if (party.PersonId != question.ViewerPersonId || !party.IsActive(question.At) || (question.PartyId is { } acting && party.PartyId != acting))
                continue;

            var decision = DecideFor(party, sharing, matrix, question);
            if (decision.Permitted)
                return decision;

            denied ??= decision;
        }

        return InEmergency(sharing, matrix, question) ?? denied ?? SharingDecision.Deny(SharingReason.NotAParty);
    }

    /// <summary>Which parties' names a viewer in this role may see at all.</summary>
    public static bool MaySeeParty(PartyRole viewer, PartyRole shown) => viewer != PartyRole.Supervisor || OpenToWorkplace.Contains(shown);

    /// <summary>
    /// Whether someone in this role may open anything in an emergency: in care, and outside the deciding authority. Stands in code, not in
    /// data: no file lets a workplace, a companion or an authority in.
    /// </summary>
    public static bool MayOpenInEmergency(SharingMatrix matrix, PartyRole role) => IsCare(role) && matrix.HatOf(role) == Hat.Support;

    /// <summary>Whether someone may, with the parts that they have in the case: who is there for others as well stays with that.</summary>
    public static bool MayOpenInEmergency(SharingMatrix matrix, PartyRole role, IEnumerable<PartyRole> partsInCase) =>
        MayOpenInEmergency(matrix, role) && partsInCase.All(IsCare);

    private static SharingDecision DecideFor(PartyFacts party, CaseSharing sharing, SharingMatrix matrix, SharingQuestion question)
    {
        var cell = matrix.Cell(party.Role, question.Kind);

        if (party.Role != PartyRole.Citizen && IsNeverShown(party, sharing, cell, question))
            return SharingDecision.Deny(SharingReason.NeverShown, cell.Rule);

        if (party.Role == PartyRole.Citizen)
            return SharingDecision.Permit(SharingReason.Own);

        if (question.AuthorPersonId == party.PersonId)
            return SharingDecision.Permit(SharingReason.OwnWords);

        // What was opened in an emergency is read for that alone, and nothing else is read for it.
        if (question.Purpose == Purpose.Emergency)
            return SharingDecision.Deny(SharingReason.OtherPurpose);

        if (ByLaw(party, cell) is { } lawful)
            return ForPurpose(lawful, question.Purpose);

        if (IsReleased(party, sharing, question) && HasConsent(party, sharing, question, kindMatters: false))
            return SharingDecision.Permit(SharingReason.Released);

        return ByConsent(party, sharing, cell, question);
    }

    private static bool IsNeverShown(PartyFacts party, CaseSharing sharing, SharingCell cell, SharingQuestion question) =>
        cell.Basis == SharingBasis.Never || IsHiddenParty(party, sharing, question) || IsProtected(party, sharing, question);

    /// <summary>
    /// Of someone whose identity is protected, contact is for themselves and for those who must know whom they help: who leads the case and
    /// who treats. The others see whom to turn to, and themselves.
    /// </summary>
    private static bool IsProtected(PartyFacts viewer, CaseSharing sharing, SharingQuestion question) =>
        sharing.ProtectedIdentity
        && question.Kind == InformationKind.Contact
        && question.AuthorPersonId != viewer.PersonId
        && viewer.Role != PartyRole.Coordinator
        && !(viewer.Treats && IsCare(viewer.Role))
        && !sharing.Parties.Any(p => p.PartyId == question.ItemId && (p.Role == PartyRole.Coordinator || p.PersonId == viewer.PersonId));

    /// <summary>
    /// To a workplace and to whoever the citizen brings, contact is shown person by person: the whole kind would name who treats, and open
    /// the address and the number that stand on a sick note.
    /// </summary>
    private static bool IsHiddenParty(PartyFacts viewer, CaseSharing sharing, SharingQuestion question) =>
        viewer.Role is PartyRole.Supervisor or PartyRole.Companion
        && question.Kind == InformationKind.Contact
        && question.AuthorPersonId != viewer.PersonId
        && !sharing.Parties.Any(p => p.PartyId == question.ItemId && MaySeeParty(viewer.Role, p.Role));

    /// <summary>Opened to avert acute harm, for reading here. A protected identity stays hidden in it.</summary>
    private static SharingDecision? InEmergency(CaseSharing sharing, SharingMatrix matrix, SharingQuestion question)
    {
        if (question.Purpose != Purpose.Emergency || question.Way != SharingWay.ReadHere || EmergencyRule.Never.Contains(question.Kind)
            || (sharing.ProtectedIdentity && question.Kind == InformationKind.Contact))
            return null;

        var parts = sharing.Parties.Where(p => p.PersonId == question.ViewerPersonId && p.StandsBeside(question.At)).Select(p => p.Role).ToList();
        var opened = sharing.Emergencies.FirstOrDefault(e => e.PersonId == question.ViewerPersonId && e.IsActive(question.At)
            && e.Kinds.Contains(question.Kind) && matrix.Cell(e.Role, question.Kind).Basis != SharingBasis.Never
            && MayOpenInEmergency(matrix, e.Role, parts));
        return opened is null ? null : SharingDecision.Permit(SharingReason.EmergencyAccess, opened.Rule);
    }

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
