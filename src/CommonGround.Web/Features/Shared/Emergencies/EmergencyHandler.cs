using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Emergencies;

/// <summary>
/// Opens a case in an emergency: what is opened, the journal, the grants and the messages to the citizen and the privacy officer are stored
/// together or not at all. And ends it.
/// </summary>
public sealed class EmergencyHandler(CaseChanges changes, EmergencyNotice notice, Texts texts)
{
    public Task<Outcome<string>> Open(Guid caseId, EmergencyReason reason, string? words, Actor by) => changes.InCase(caseId, by, async change =>
    {
        var (of, now) = (change.Case, change.Now);
        var rule = change.Matrix.EmergencyOn(texts.LocalDay(now));
        var work = await change.Db.Memberships.Include(m => m.Unit)
            .Where(m => m.PersonId == by.PersonId && m.UnitId == of.UnitId && m.From <= now && (m.Until == null || m.Until > now)).OrderBy(m => m.From).ToListAsync();
        if (work.Find(m => rule?.Roles.Contains(m.Role) == true) is not { } mine)
            return new EmergencyNotForThem();

        var since = now.AddHours(-rule!.WithinHours);
        var organisation = mine.Unit!.OrganisationId;
        await Count(change.Db, organisation);
        var byPerson = await change.Db.Whole<EmergencyAccess>().CountAsync(e => e.PersonId == by.PersonId && e.From > since);
        var byUnit = await change.Db.Whole<EmergencyAccess>().CountAsync(e => e.LedByUnitId == of.UnitId && e.From > since);
        var opened = of.OpenInEmergency(new EmergencyOpening(by.PersonId, mine.Role, organisation, reason, words, byPerson, byUnit), rule, change.Matrix, now);
        if (!opened.Succeeded)
            return opened.Error!;

        change.Journal("EmergencyOpened", new JournalWords(InformationKind.Feedback, JournalText.WhyOpened, opened.Value.Words, by.PersonId));
        return await notice.Tell(change, opened.Value) is { } refused ? refused : $"/cases/{caseId}/emergency";
    });

    /// <summary>By the one who opened it, or by the privacy officer whom it was told.</summary>
    public Task<Outcome<string>> End(Guid caseId, Guid id, string backTo, Actor by) => changes.InCase(caseId, by, async change =>
    {
        var open = change.Case.Emergencies.FirstOrDefault(e => e.Id == id);
        if (open is null || (open.PersonId != by.PersonId && !await IsOfficer(change, open.OrganisationId)))
            return new NotFound();

        var ended = change.Case.EndEmergency(id, by.PersonId, change.Now);
        if (!ended.Succeeded)
            return ended.Error!;

        change.Journal("EmergencyEnded");
        return backTo;
    });

    /// <summary>The citizen says that they have read it.</summary>
    public Task<Outcome<string>> Read(Guid caseId, Guid id, Actor by) => changes.InCase(caseId, by, change =>
    {
        if (change.Case.CitizenPersonId != by.PersonId || change.Case.Emergencies.FirstOrDefault(e => e.Id == id) is not { } told)
            return Task.FromResult<Outcome<string>>(new NotFound());

        told.ReadByCitizen(change.Now);
        change.Journal("EmergencyRead");
        return Task.FromResult<Outcome<string>>($"/my/{caseId}");
    });

    // Two at once would each count the other out: this row can be moved by one of them only, and the second one counts anew.
    private static async Task Count(CommonGroundDb db, Guid organisation)
    {
        if (await db.EmergencyLedgers.FindAsync(organisation) is not { } ledger)
            db.EmergencyLedgers.Add(ledger = new EmergencyLedger { OrganisationId = organisation });
        ledger.Count();
    }

    private static Task<bool> IsOfficer(CaseChange change, Guid organisation) => change.Db.PrivacyOfficers.AnyAsync(o =>
        o.OrganisationId == organisation && o.PersonId == change.By.PersonId && o.From <= change.Now && (o.Until == null || o.Until > change.Now));
}
