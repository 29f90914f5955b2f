using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Scorecard.Tamper;

/// <summary>One log as someone sees it who has the database and none of the product: tables, rows and columns.</summary>
internal sealed class LogByHand(CommonGroundDb db, AuditLog log, IReadOnlyList<(Guid Chain, long Length)> chains)
{
    private const long FarAway = 1_000_000;

    public AuditLog Log => log;

    public IReadOnlyList<(Guid Chain, long Length)> Chains => chains;

    private bool IsJournal => log == AuditLog.Journal;

    private string Entries => IsJournal ? "journal_entry" : "access_entry";

    private string Heads => IsJournal ? "journal_head" : "access_head";

    private string Beside => IsJournal ? "journal_text" : "access_subject";

    private string Chain => IsJournal ? "stream_id" : "writer_id";

    private string EntryColumns => IsJournal ? "entry, hash, event, at, actor_person_id" : "entry, hash, at, viewer_person_id, role, purpose, what, permitted";

    private string BesideColumns => IsJournal ? "case_id, unit_id, kind, author_person_id, label, text, key" : "person_id, case_id, kinds";

    public static async Task<LogByHand> Of(CommonGroundDb db, AuditLog log)
    {
        var lengths = log == AuditLog.Journal
            ? await db.JournalHeads.Select(h => new { Chain = h.StreamId, h.Position }).ToListAsync()
            : await db.AccessHeads.Select(h => new { Chain = h.WriterId, h.Position }).ToListAsync();
        return new LogByHand(db, log, [.. lengths.OrderBy(l => l.Chain).Select(l => (l.Chain, l.Position))]);
    }

    public Task SetEntry(Guid chain, long at, string assignment, object? value = null) =>
        Do($"update {Entries} set {assignment} where {Chain} = {{0}} and position = {{1}}", chain, at, value);

    public Task SetBeside(Guid chain, long at, string assignment, object? value = null) =>
        Do($"update {Beside} set {assignment} where {Chain} = {{0}} and position = {{1}}", chain, at, value);

    public Task SetHead(Guid chain, string assignment, object? value = null) =>
        Do($"update {Heads} set {assignment} where {Chain} = {{0}} and {{1}} = {{1}}", chain, 0L, value);

    public Task DeleteHead(Guid chain) => Do($"delete from {Heads} where {Chain} = {{0}}", chain);

    public async Task Delete(Guid chain, long first, long last)
    {
        await DeleteBeside(chain, first, last);
        await Do($"delete from {Entries} where {Chain} = {{0}} and position >= {{1}} and position <= {{2}}", chain, first, last);
    }

    public Task DeleteBeside(Guid chain, long first, long last) =>
        Do($"delete from {Beside} where {Chain} = {{0}} and position >= {{1}} and position <= {{2}}", chain, first, last);

    /// <summary>The chain ends here, and its head agrees.</summary>
    public async Task EndAt(Guid chain, long last)
    {
        var hash = (await Read(chain, last, last)).Single().Hash;
        await Delete(chain, last + 1, long.MaxValue);
        await PutHead(chain, last, hash);
    }

    public async Task PutHead(Guid chain, long position, byte[] hash)
    {
        await SetHead(chain, "position = {2}", position);
        await SetHead(chain, "hash = {2}", hash);
    }

    /// <summary>Gives entries, and what stands beside them, other positions.</summary>
    public async Task Move(Guid chain, long first, long last, long by)
    {
        await MoveOnce(chain, first, last, FarAway);
        await MoveOnce(chain, first + FarAway, last == long.MaxValue ? last : last + FarAway, by - FarAway);
    }

    /// <summary>Puts a copy of an entry at a free position of the chain.</summary>
    public Task Copy(Guid chain, long from, long to) => Do(
        $"insert into {Entries} ({Chain}, position, {EntryColumns}) select {Chain}, {{2}}, {EntryColumns} from {Entries} where {Chain} = {{0}} and position = {{1}}", chain, from, to);

    /// <summary>Puts a copy of what stands beside an entry beside another one.</summary>
    public Task<int> CopyBeside(Guid chain, long from, long to) => IsJournal
        ? Do($"insert into {Beside} (id, stream_id, position, {BesideColumns}) select {{3}}, stream_id, {{2}}, {BesideColumns} from {Beside} where id = (select id from {Beside} where stream_id = {{0}} and position = {{1}} order by id limit 1)", chain, from, to, Guid.CreateVersion7())
        : Do($"insert into {Beside} (writer_id, position, ordinal, {BesideColumns}) select writer_id, {{2}}, ordinal + 1000, {BesideColumns} from {Beside} where writer_id = {{0}} and position = {{1}}", chain, from, to);

    public Task MoveBeside(Guid chain, long from, long to) =>
        Do($"update {Beside} set position = {{2}} where {Chain} = {{0}} and position = {{1}}", chain, from, to);

    /// <summary>Entries of which something stands beside.</summary>
    public async Task<List<(Guid Chain, long Position)>> WithBeside() => IsJournal
        ? [.. (await db.JournalTexts.IgnoreQueryFilters([CommonGroundDb.SharingFilter]).Select(t => new { t.StreamId, t.Position }).Distinct().ToListAsync()).Select(t => (t.StreamId, t.Position)).Order()]
        : [.. (await db.AccessLog.Where(e => e.People.Any()).Select(e => new { e.WriterId, e.Position }).ToListAsync()).Select(e => (e.WriterId, e.Position)).Order()];

    public async Task<IReadOnlyList<(long Position, byte[] Entry, byte[] Hash)>> Read(Guid chain, long first, long last) => IsJournal
        ? [.. (await db.Journal.AsNoTracking().Where(e => e.StreamId == chain && e.Position >= first && e.Position <= last).OrderBy(e => e.Position).ToListAsync()).Select(e => (e.Position, e.Entry, e.Hash))]
        : [.. (await db.AccessLog.AsNoTracking().Where(e => e.WriterId == chain && e.Position >= first && e.Position <= last).OrderBy(e => e.Position).ToListAsync()).Select(e => (e.Position, e.Entry, e.Hash))];

    /// <summary>Writes every hash from a position on anew, and the head: a chain that fits together, of other entries.</summary>
    public async Task HashAnew(Guid chain, long from)
    {
        var hash = from == 1 ? Domain.Journal.Chain.Origin : (await Read(chain, from - 1, from - 1)).Single().Hash;
        foreach (var (position, entry, _) in await Read(chain, from, long.MaxValue))
        {
            hash = Domain.Journal.Chain.Hash(hash, position, entry);
            await SetEntry(chain, position, "hash = {2}", hash);
            await SetHead(chain, "position = {2}", position);
        }

        await SetHead(chain, "hash = {2}", hash);
    }

    // A row that others refer to is not moved but written again.
    private async Task MoveOnce(Guid chain, long first, long last, long by)
    {
        await Do($"insert into {Entries} ({Chain}, position, {EntryColumns}) select {Chain}, position + {{3}}, {EntryColumns} from {Entries} where {Chain} = {{0}} and position >= {{1}} and position <= {{2}}", chain, first, last, by);
        await Do($"update {Beside} set position = position + {{3}} where {Chain} = {{0}} and position >= {{1}} and position <= {{2}}", chain, first, last, by);
        await Do($"delete from {Entries} where {Chain} = {{0}} and position >= {{1}} and position <= {{2}}", chain, first, last);
    }

    private Task<int> Do(string sql, params object?[] values) =>
#pragma warning disable EF1002 // The statements stand in this folder.
        db.Database.ExecuteSqlRawAsync(sql, values.Where(v => v is not null)!);
#pragma warning restore EF1002
}
