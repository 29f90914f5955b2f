using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Sharing.InformationKind;
using static CommonGround.Domain.Sharing.PartyRole;

namespace CommonGround.Domain.Tests.Sharing;

/// <summary>A case with everyone in it, and a matrix like the Swedish one, written out by hand.</summary>
internal sealed class SharingWorld
{
    public static readonly DateTime Start = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    public readonly Guid CaseId = Guid.CreateVersion7();
    public readonly PartyFacts SaraCitizen = Party(Citizen);
    public readonly PartyFacts Amina = Party(Coordinator);
    public readonly PartyFacts Karin = Party(TreatingDoctor, treats: true);
    public readonly PartyFacts Maria = Party(Caseworker);
    public readonly PartyFacts Jonas = Party(Supervisor);
    public readonly PartyFacts Lena = Party(Companion);

    public List<ConsentFacts> Consents { get; } = [];

    public List<ReleaseFacts> Releases { get; } = [];

    public CaseSharing Facts => new(CaseId, [SaraCitizen, Amina, Karin, Maria, Jonas, Lena], Consents, Releases);

    public static SharingMatrix Matrix { get; } = new("se", new Dictionary<PartyRole, Hat> { [Caseworker] = Hat.Decides }, Cells());

    public void Consent(PartyFacts to, DateTime? until, DateTime? withdrawn, params InformationKind[] kinds) =>
        Consents.Add(new ConsentFacts(to.PartyId, kinds.ToHashSet(), new HashSet<Purpose> { Purpose.Meeting, Purpose.Planning }, Start, until, withdrawn));

    public SharingDecision Ask(PartyFacts viewer, InformationKind kind, Purpose purpose = Purpose.Planning, int days = 1,
        SharingWay way = SharingWay.ReadHere, Guid? item = null, Guid? author = null) =>
        SharingPolicy.Decide(Facts, Matrix, new SharingQuestion(viewer.PersonId, kind, purpose, Start.AddDays(days), way, item, author));

    private static PartyFacts Party(PartyRole role, bool treats = false) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), role, treats, Start, null);

    private static Dictionary<(PartyRole, InformationKind), SharingCell> Cells()
    {
        var cells = new Dictionary<(PartyRole, InformationKind), SharingCell>();
        foreach (var kind in Enum.GetValues<InformationKind>())
        {
            cells[(Caseworker, kind)] = new SharingCell(SharingBasis.HandOver);
            cells[(Companion, kind)] = new SharingCell(SharingBasis.Consent);
            foreach (var care in new[] { Coordinator, TreatingDoctor })
            {
                cells[(care, kind)] = new SharingCell(kind switch
                {
                    Health => SharingBasis.CareInternalWhoTreat,
                    Story or Diary or InformationKind.Environment or Benefit => SharingBasis.Consent,
                    Feedback => SharingBasis.OnlyAsSums,
                    _ => SharingBasis.CareInternal,
                }, "rule");
            }
        }

        cells[(Supervisor, Contact)] = cells[(Supervisor, Work)] = new SharingCell(SharingBasis.Consent);
        cells[(Supervisor, Leave)] = cells[(Supervisor, Plan)] = new SharingCell(SharingBasis.HandOver);
        cells[(Supervisor, InformationKind.Environment)] = cells[(Supervisor, Attendance)] = new SharingCell(SharingBasis.PutToThem);
        // A file that tries to open what a workplace never holds.
        cells[(Supervisor, Health)] = cells[(Supervisor, Story)] = new SharingCell(SharingBasis.ByRole);
        return cells;
    }
}
