using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Meetings;

/// <summary>Sara's case, with Amina who coordinates, Jonas from work, and Lena whom Sara may bring.</summary>
internal sealed class MeetingWorld
{
    public static readonly DateTime Start = new(2026, 12, 1, 8, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Early = Start.AddDays(8);
    public static readonly DateTime Late = Start.AddDays(9);

    public MeetingWorld(bool workplaceAgreed = true)
    {
        Case = Case.Open(Guid.CreateVersion7(), "p", "1", "se", Guid.CreateVersion7(), Person(), Person(), new DateOnly(2026, 11, 2), ["meeting"], Start);
        Jonas = Consent(PartyRole.Supervisor, workplaceAgreed ? Purpose.Meeting : Purpose.Interview);
        Lena = Consent(PartyRole.Companion, Purpose.Meeting);
        Doctor = Case.AddCareParty(Person(), PartyRole.TreatingDoctor, treats: true, Start).Value;
    }

    public Case Case { get; }

    public Party Sara => Case.ActiveParty(PartyRole.Citizen, Start)!;

    public Party Amina => Case.ActiveParty(PartyRole.Coordinator, Start)!;

    public Party Jonas { get; }

    public Party Lena { get; }

    public Party Doctor { get; }

    public Outcome<Meeting> Propose(params DateTime[] times) => Meeting.Propose(Case, Asked(times), Start);

    public MeetingAsked Asked(params DateTime[] times) => new(
        "meeting", MeetingPlace.OnSite, "Room 3", 90, times, [Jonas.Id], Amina.Id, ["why", "citizens-view", "where-we-meet"]);

    public Meeting Agreed()
    {
        var meeting = Propose(Early, Late).Value;
        foreach (var party in new[] { Sara, Jonas })
            Done(meeting.AnswerTime(meeting.Times[0].Id, party.Id, party.Id, TimeReply.Yes, null, null, Start));
        return meeting;
    }

    public Meeting UnderWay()
    {
        var meeting = Agreed();
        Done(meeting.Start(Amina.Id, Early));
        return meeting;
    }

    public AgreementTerms Terms(string text = "Two mornings a week") => new(
        text, AgreementType.Adjustment, Jonas.Id, new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 26));

    public static void Done(Outcome<Done> outcome) => Assert.True(outcome.Succeeded, outcome.Error?.Name);

    public static void Refused<TError>(Outcome<Done> outcome) where TError : Error => Assert.IsType<TError>(outcome.Error);

    private static Guid Person() => Guid.CreateVersion7();

    private Party Consent(PartyRole role, Purpose purpose)
    {
        var consent = Case.GiveConsent(new ConsentGiven(Person(), role, new HashSet<InformationKind> { InformationKind.Contact },
            new HashSet<Purpose> { purpose }, null, ConsentWay.OwnPage, "words", "sv", Sara.PersonId), Start).Value;
        return Case.Parties.Single(p => p.Id == consent.RecipientPartyId);
    }
}
