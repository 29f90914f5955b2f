using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>
/// Hands copies over. A copy of the plan leaves when the citizen has permitted it (policy, kind by kind) and stands behind all that
/// it says; then it leaves by itself, once a version.
/// </summary>
public sealed class PlanCopyHandler(Texts texts)
{
    /// <summary>To everyone who may have the current version and has not got it.</summary>
    public async Task HandOverWhatIsDue(CaseChange change, PlanOnTable plan)
    {
        foreach (var party in await WhoHasNone(change.Db, plan, change.Now))
            await HandOver(change, plan, party);
    }

    /// <summary>Those who may have a copy of the current version and were never given one; nobody while there is no plan.</summary>
    public static async Task<IReadOnlyList<Party>> WhoHasNone(CommonGroundDb db, PlanOnTable plan, DateTime at)
    {
        if (plan.Current is not { } version)
            return [];

        var has = await db.Whole<HandedOverCopy>()
            .Where(c => c.CaseId == plan.Case.Id && c.PlanNumber == version.Number && c.Of == CopyOf.Plan)
            .Select(c => c.RecipientPartyId).ToListAsync();
        return [.. plan.Case.Parties.Where(p => IsReader(p, plan.Matrix, at) && !has.Contains(p.Id))];
    }

    /// <summary>To one reader.</summary>
    /// <returns>
    /// The copy, or <see cref="NothingForRecipient"/>, <see cref="CitizenHasNotSaidYes"/>, <see cref="KindNotForRecipient"/>,
    /// <see cref="CopyAlreadyHeld"/>.
    /// </returns>
    public async Task<Outcome<HandedOverCopy>> HandOver(CaseChange change, PlanOnTable plan, Party recipient)
    {
        var paper = await PaperFor(change.Db, plan, recipient, change.Now);
        if (!paper.Succeeded)
            return paper.Error!;

        var document = PlanDocument.Compose(paper.Value, texts.In(await LanguageOf(change.Db, recipient)));
        if (await HeldBy(change.Db, plan, recipient) is { } held && held.Content.Says(document))
            return new CopyAlreadyHeld(held.At);

        return await HandOver(change, document, CopyOf.Plan, plan.Current!.Number, plan.Current.MeetingId, recipient,
            [.. paper.Value.Parties.Where(p => IsNamed(change.Case, recipient, p.PartyId)).Select(p => HeldItem.Name(p.PartyId))],
            [.. paper.Value.Lines.Select(i => new CopiedLine(i.LineageId, i.Type, i.Text))]);
    }

    /// <summary>Any document: the policy is asked here, kind by kind, whoever composed it.</summary>
    /// <param name="holds">Items and names that stand in it.</param>
    public async Task<Outcome<HandedOverCopy>> HandOver(
        CaseChange change, Document document, CopyOf of, int? planNumber, Guid? meetingId, Party recipient,
        IReadOnlyCollection<HeldItem> holds, IReadOnlyList<CopiedLine> lines)
    {
        var handed = HandedOverCopy.HandOver(document, of, planNumber, meetingId, recipient, change.Case.Sharing(), change.Matrix, holds,
            lines, change.Case.CitizenPersonId, change.By.PersonId, change.Now);
        if (!handed.Succeeded)
            return handed.Error!;

        var (copy, content) = handed.Value;
        change.Db.HandedOverCopies.Add(copy);
        change.Db.CopyContents.Add(content);
        var name = await change.Db.Persons.Where(p => p.Id == recipient.PersonId).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync();
        change.Journal("CopyHandedOver", new JournalWords(InformationKind.Contact, "copy." + of, name));
        Notices.Send(change, recipient.PersonId, copy.Language, $"/cases/{change.Case.Id}/copies/{copy.Id}", await Author(change.Db, change.Case, change.Now));
        return copy;
    }

    /// <summary>What the reader's copy would say.</summary>
    public async Task<Outcome<Document>> Preview(CommonGroundDb db, PlanOnTable plan, Party recipient, DateTime at)
    {
        var paper = await PaperFor(db, plan, recipient, at);
        return paper.Succeeded ? PlanDocument.Compose(paper.Value, texts.In(await LanguageOf(db, recipient))) : paper.Error!;
    }

    /// <summary>What the reader's copy would say as soon as the citizen has said yes to all of it.</summary>
    public Task<Outcome<Document>> PreviewOnceAgreed(CommonGroundDb db, PlanOnTable plan, Party recipient, DateTime at)
    {
        // Said for the length of the preview: it is in no change, and is never stored.
        if (plan.Current is { } version && plan.Parties.FirstOrDefault(p => p.Role == PartyRole.Citizen) is { } citizen)
            plan.Said(Stance.Take(version, citizen, new StanceTaken(StancePosition.Agrees), InformationKind.Plan, at).Value);
        return Preview(db, plan, recipient, at);
    }

    /// <summary>The newest copy of the current version that the reader holds, and since when.</summary>
    public static async Task<(DateTime At, CopyContent Content)?> HeldBy(CommonGroundDb db, PlanOnTable plan, Party recipient)
    {
        var number = plan.Current?.Number;
        var held = await (from copy in db.Whole<HandedOverCopy>()
                          where copy.CaseId == plan.Case.Id && copy.PlanNumber == number && copy.Of == CopyOf.Plan
                              && copy.RecipientPartyId == recipient.Id && copy.RecalledAt == null
                          join content in db.Whole<CopyContent>() on copy.Id equals content.CopyId
                          orderby copy.HandedAt descending
                          select new { copy.HandedAt, Content = content }).FirstOrDefaultAsync();
        return held is null ? null : (held.HandedAt, held.Content);
    }

    /// <summary>Those who get copies in place of reading here.</summary>
    public static bool IsReader(Party party, SharingMatrix matrix, DateTime at) =>
        party.IsActive(at) && matrix.Cell(party.Role, InformationKind.Plan).Basis == SharingBasis.HandOver;

    /// <summary>Reads copies, with a yes of the citizen's that stands: of the plan, or of what a meeting put before them.</summary>
    public static bool MayHaveCopy(Case of, SharingMatrix matrix, Party recipient, DateTime at, Meeting? meeting = null) =>
        IsReader(recipient, matrix, at) && MayHave(of, matrix, recipient, meeting?.Kind ?? InformationKind.Plan, at, meeting?.Id);

    private static bool MayHave(Case of, SharingMatrix matrix, Party recipient, InformationKind kind, DateTime at, Guid? item = null) =>
        SharingPolicy.Decide(of.Sharing(), matrix, new SharingQuestion(
            recipient.PersonId, kind, Purpose.ReadCopy, at, SharingWay.HandOver, item, PartyId: recipient.Id)).Permitted;

    /// <summary>
    /// The names that a copy for this reader may hold, by person. Where the citizen's identity is protected, they are who leads the case and the
    /// reader: of the others the copy says that the name is not shown.
    /// </summary>
    public async Task<Dictionary<Guid, string>> NamesFor(CommonGroundDb db, Case of, Party recipient)
    {
        var t = texts.In(await LanguageOf(db, recipient));
        var named = of.Parties.Where(p => IsNamed(of, recipient, p.Id)).Select(p => p.PersonId).ToHashSet();
        var known = await db.Persons.IgnoreQueryFilters(new[] { CommonGroundDb.IdentityFilter }).Where(p => of.Parties.Select(x => x.PersonId).Contains(p.Id))
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName }).ToListAsync();
        return known.ToDictionary(p => p.Id, p => t.Name(named.Contains(p.Id) ? p.Name.Trim() : null));
    }

    /// <summary>Whether a copy for this reader may name this party.</summary>
    public static bool IsNamed(Case of, Party recipient, Guid partyId) =>
        !of.ProtectedIdentity || of.Parties.Any(p => p.Id == partyId && (p.Role == PartyRole.Coordinator || p.PersonId == recipient.PersonId));

    private async Task<Outcome<PlanPaper>> PaperFor(CommonGroundDb db, PlanOnTable plan, Party recipient, DateTime at)
    {
        var version = plan.Current;
        var reader = plan.Parties.FirstOrDefault(p => p.PartyId == recipient.Id);
        if (version is null || reader is null)
            return new NothingForRecipient();

        var lines = version.Items.Where(i => reader.IsIn(i.Audience) && MayHave(plan.Case, plan.Matrix, recipient, i.Kind, at)).ToList();
        if (lines.Count == 0)
            return new NothingForRecipient();

        var citizen = plan.Parties.First(p => p.Role == PartyRole.Citizen);
        var standings = plan.Standings;
        if (!lines.TrueForAll(i => standings.On(i, citizen) is { Position: StancePosition.Agrees }))
            return new CitizenHasNotSaidYes();

        var people = await NamesFor(db, plan.Case, recipient);
        return new PlanPaper
        {
            Version = version, Lines = lines, Standings = standings, ReaderRole = recipient.Role, At = at,
            Parties = [.. plan.Parties.Where(p => SharingPolicy.MaySeeParty(recipient.Role, p.Role))
                .Select(p => new NamedParty(p.PartyId, people[p.PersonId], p.Role))],
            Citizen = people[citizen.PersonId], Reader = people[recipient.PersonId], Others = await Organisation(db, plan.Case), Author = await Author(db, plan.Case, at),
        };
    }

    public static Task<string> LanguageOf(CommonGroundDb db, Party recipient) =>
        db.Persons.Where(p => p.Id == recipient.PersonId).Select(p => p.Language).SingleAsync();

    public static Task<string> Organisation(CommonGroundDb db, Case of) =>
        db.Units.Where(u => u.Id == of.UnitId).Select(u => u.NameToWorkplace).SingleAsync();

    /// <summary>The coordinator and the organisation: never the unit, whose name can tell what ails someone.</summary>
    public static async Task<string> Author(CommonGroundDb db, Case of, DateTime at)
    {
        var lead = of.ActiveParty(PartyRole.Coordinator, at)?.PersonId;
        var name = lead is { } id ? await db.Persons.Where(p => p.Id == id).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync() : null;
        var organisation = await Organisation(db, of);
        return name is null ? organisation : $"{name}, {organisation}";
    }
}
