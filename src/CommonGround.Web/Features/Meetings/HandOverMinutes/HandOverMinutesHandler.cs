using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.HandOverMinutes;

/// <summary>What would be handed over, to whom.</summary>
/// <param name="Document">What the copy would say, or why there is none.</param>
public sealed record MinutesPreview(string Name, Outcome<Document> Document)
{
    /// <summary>Names the very words.</summary>
    public string Words => Document.Match(WordsOf, _ => "");

    public static string WordsOf(Document document) => ContentHash.Of(DocumentJson.Write(document));
}

/// <summary>Shows a copy of minutes before it leaves, and hands it over.</summary>
public sealed class HandOverMinutesHandler(
    CommonGroundDb db, MinutesCopyHandler copies, CaseChanges changes, SharingMatrices matrices, Disclosures disclosures)
{
    /// <summary>Null where there is no such reader or meeting, or where the copy would tell whoever hands it over what they may not read.</summary>
    public async Task<MinutesPreview?> Preview(RequestAccess access, Guid meetingId, Guid partyId)
    {
        var view = access.InCase!;
        using var changing = disclosures.Pause();
        var found = await db.Cases.Include(c => c.Parties).Include(c => c.Consents).Include(c => c.Releases)
            .IgnoreQueryFilters([CommonGroundDb.SharingFilter]).AsSplitQuery().AsNoTracking().SingleAsync(c => c.Id == view.CaseId);
        var matrix = matrices.For(view.Country);
        if (await Ended(db, view.CaseId, meetingId) is not { } meeting || Reader(found, partyId, matrix, access.Now) is not { } reader)
            return null;

        var plan = await PlanHandler.Load(db, found, matrix, access.Now);
        var made = await copies.Preview(db, plan, meeting, reader, access.Now);
        if (made.Succeeded && !MayRead(found, matrix, access, made.Value.Holds))
            return null;

        if (made.Succeeded)
            disclosures.Add(view.CitizenPersonId, view.CaseId, [.. made.Value.Document.Kinds]);
        var name = await db.Persons.Where(p => p.Id == reader.PersonId).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync();
        return new MinutesPreview(name, made.Match<Outcome<Document>>(m => m.Document, error => error));
    }

    /// <param name="words">Those that were previewed: what a yes or the plan changed meanwhile is read again first.</param>
    public Task<Outcome<string>> HandOver(RequestAccess access, Guid commandId, Guid meetingId, Guid partyId, string words)
    {
        var caseId = access.InCase!.CaseId;
        return changes.InCase(caseId, access.Acting(commandId), async change =>
        {
            if (await Ended(change.Db, caseId, meetingId) is not { } meeting || Reader(change.Case, partyId, change.Matrix, change.Now) is not { } reader)
                return new NotFound();

            var plan = await PlanHandler.Load(change);
            var made = await copies.Preview(change.Db, plan, meeting, reader, change.Now);
            if (!made.Succeeded)
                return made.Error!;
            if (!MayRead(change.Case, change.Matrix, access, made.Value.Holds))
                return new NotFound();
            if (MinutesPreview.WordsOf(made.Value.Document) != words)
                return new ChangedMeanwhile();

            var handed = await copies.HandOver(change, plan, meeting, reader);
            return handed.Succeeded ? $"/cases/{caseId}/meetings/{meetingId}/minutes" : handed.Error!;
        });
    }

    private static bool MayRead(Case of, SharingMatrix matrix, RequestAccess access, IEnumerable<HeldItem> items) =>
        items.All(item => SharingPolicy.Decide(of.Sharing(), matrix,
            new SharingQuestion(access.PersonId, item.Kind, access.Purpose, access.Now, ItemId: item.ItemId, PartyId: access.InCase!.PartyId)).Permitted);

    private static Task<Meeting?> Ended(CommonGroundDb db, Guid caseId, Guid meetingId) =>
        db.Whole<Meeting>().FirstOrDefaultAsync(m => m.Id == meetingId && m.CaseId == caseId && m.State == MeetingState.Ended);

    private static Party? Reader(Case of, Guid partyId, SharingMatrix matrix, DateTime at) =>
        of.Parties.FirstOrDefault(p => p.Id == partyId && PlanCopyHandler.IsReader(p, matrix, at));
}
