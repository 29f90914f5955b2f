using System.Text;
using CommonGround.Web.Infrastructure.Audit;

namespace CommonGround.Web.Tests.Scorecard.Tamper;

/// <summary>One way to tamper with a log, where chance says.</summary>
/// <param name="FitsTogether">What is left is a chain as the product writes them: only an anchor tells.</param>
internal sealed record Tampering(string What, bool FitsTogether, Func<LogByHand, Random, Task<IReadOnlyList<Tampered>>> Do)
{
    private static readonly string[] JournalColumns = ["event = 'Otherwise'", "at = {2}", "actor_person_id = {2}"];
    private static readonly string[] AccessColumns = ["at = {2}", "viewer_person_id = {2}", "role = coalesce(role, 0) + 1", "purpose = purpose + 1", "what = 'Other'", "permitted = not permitted"];
    private static readonly string[] JournalWords = ["kind = kind + 1", "author_person_id = {2}", "case_id = {2}", "unit_id = {2}", "label = 'other'", "text = {2}", "key = {2}"];
    private static readonly string[] AccessPeople = ["person_id = {2}", "case_id = {2}", "kinds = kinds + 1", "ordinal = ordinal + 1000"];

    public static IEnumerable<Tampering> Of(AuditLog log)
    {
        var journal = log == AuditLog.Journal;
        return
        [
            .. new[] { "entry", "hash" }.Select(column => One($"{column}: one bit", async (hand, chance, chain, at) =>
            {
                var row = (await hand.Read(chain, at, at)).Single();
                var bytes = (column == "entry" ? row.Entry : row.Hash).ToArray();
                bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
                await hand.SetEntry(chain, at, column + " = {2}", bytes);
            })),
            .. (journal ? JournalColumns : AccessColumns).Select(set => One(set, (hand, chance, chain, at) => hand.SetEntry(chain, at, set, Other(set, chance)))),
            .. (journal ? JournalWords : AccessPeople).Select(set => Beside(set, (hand, chance, chain, at) => hand.SetBeside(chain, at, set, Other(set, chance)))),
            Beside("what stands beside it deleted", (hand, _, chain, at) => hand.DeleteBeside(chain, at, at)),
            Beside("what stands beside it twice", (hand, _, chain, at) => hand.CopyBeside(chain, at, at)),
            .. Heads(), .. Orders(), .. Cuts(),
            .. journal ? [Strayed()] : Array.Empty<Tampering>(),
        ];
    }

    private static IEnumerable<Tampering> Heads() =>
    [
        AtEnd("head: one forward", (hand, chain, length) => hand.SetHead(chain, "position = position + 1")),
        AtEnd("head: one back", (hand, chain, length) => hand.SetHead(chain, "position = position - 1")),
        AtEnd("head: hash", (hand, chain, length) => hand.SetHead(chain, "hash = {2}", new byte[32])),
        AtEnd("head: gone", (hand, chain, length) => hand.DeleteHead(chain)),
        AtEnd("forged at the end", (hand, chain, length) => hand.Copy(chain, length, length + 1)),
        AtEnd("forged at the end, head moved", async (hand, chain, length) =>
        {
            await hand.Copy(chain, 1, length + 1);
            await hand.SetHead(chain, "position = position + 1");
        }),
    ];

    private static IEnumerable<Tampering> Orders() =>
    [
        One("moved far away", (hand, _, chain, at) => hand.Move(chain, at, at, 100_000)),
        One("forged in between", async (hand, chance, chain, at) =>
        {
            await hand.Move(chain, at, long.MaxValue, 1);
            await hand.Copy(chain, at + 1, at);
            await hand.SetHead(chain, "position = position + 1");
        }),
        Pair("two swapped", async (hand, chain, a, b) =>
        {
            await hand.Move(chain, a, a, 500_000);
            await hand.Move(chain, b, b, a - b);
            await hand.Move(chain, a + 500_000, a + 500_000, b - a - 500_000);
        }),
        Pair("bytes of two swapped", async (hand, chain, a, b) =>
        {
            var rows = (First: (await hand.Read(chain, a, a)).Single(), Second: (await hand.Read(chain, b, b)).Single());
            await hand.SetEntry(chain, a, "entry = {2}", rows.Second.Entry);
            await hand.SetEntry(chain, b, "entry = {2}", rows.First.Entry);
        }),
        Pair("the later put first", async (hand, chain, a, b) =>
        {
            await hand.Move(chain, b, b, 500_000);
            await hand.Move(chain, a, b - 1, 1);
            await hand.Move(chain, b + 500_000, b + 500_000, a - b - 500_000);
        }),
        One("bytes and hash, alone", async (hand, chance, chain, at) =>
        {
            var before = at == 1 ? Domain.Journal.Chain.Origin : (await hand.Read(chain, at - 1, at - 1)).Single().Hash;
            var bytes = await OtherHat(hand, chain, at);
            await hand.SetEntry(chain, at, "entry = {2}", bytes);
            await hand.SetEntry(chain, at, "hash = {2}", Domain.Journal.Chain.Hash(before, at, bytes));
        }, after: 1),
        new("written anew from there on, head and all", FitsTogether: true, async (hand, chance) =>
        {
            var (chain, length) = Chain(hand, chance, 1);
            var at = chance.NextInt64(length) + 1;
            await hand.SetEntry(chain, at, "entry = {2}", await OtherHat(hand, chain, at));
            await hand.HashAnew(chain, at);
            return [new Tampered(hand.Log, chain, at, length)];
        }),
    ];

    private static IEnumerable<Tampering> Cuts() =>
    [
        One("deleted", (hand, _, chain, at) => hand.Delete(chain, at, at)),
        Pair("several deleted", (hand, chain, a, b) => hand.Delete(chain, a, b)),
        One("all after it cut off", (hand, _, chain, at) => hand.Delete(chain, at, long.MaxValue)),
        Pair("deleted, and the rest moved up", async (hand, chain, a, b) =>
        {
            await hand.Delete(chain, a, b - 1);
            await hand.Move(chain, b, long.MaxValue, a - b);
            await hand.SetHead(chain, "position = position - {2}", b - a);
        }),
        new("rolled back, head and all", FitsTogether: true, async (hand, chance) =>
        {
            var (chain, length) = Chain(hand, chance, 2);
            var last = chance.NextInt64(length - 1) + 1;
            await hand.EndAt(chain, last);
            return [new Tampered(hand.Log, chain, last + 1, last + 1)];
        }),
        new("the whole log rolled back", FitsTogether: true, async (hand, chance) =>
        {
            var share = chance.NextDouble();
            var back = new List<Tampered>();
            foreach (var (chain, length) in hand.Chains)
            {
                var last = (long)(length * share);
                if (last == 0)
                    await Remove(hand, chain);
                else if (last < length)
                    await hand.EndAt(chain, last);
                back.Add(new Tampered(hand.Log, chain, last + 1, last + 1));
            }

            return back;
        }),
        new("a whole chain gone", FitsTogether: true, async (hand, chance) =>
        {
            var (chain, _) = Chain(hand, chance, 1);
            await Remove(hand, chain);
            return [new Tampered(hand.Log, chain, 1, 1)];
        }),
    ];

    private static Tampering Strayed() => Beside("what stands beside it moved to no entry", (hand, _, chain, at) => hand.MoveBeside(chain, at, at + 300_000));

    private static Tampering One(string what, Func<LogByHand, Random, Guid, long, Task> tamper, int after = 0) => new(what, false, async (hand, chance) =>
    {
        var (chain, length) = Chain(hand, chance, 1);
        var at = chance.NextInt64(length) + 1;
        await tamper(hand, chance, chain, at);
        return [new Tampered(hand.Log, chain, at, at + after)];
    });

    private static Tampering Pair(string what, Func<LogByHand, Guid, long, long, Task> tamper) => new(what, false, async (hand, chance) =>
    {
        var (chain, length) = Chain(hand, chance, 2);
        var a = chance.NextInt64(length - 1) + 1;
        var b = a + 1 + chance.NextInt64(length - a);
        await tamper(hand, chain, a, b);
        return [new Tampered(hand.Log, chain, a, a)];
    });

    private static Tampering AtEnd(string what, Func<LogByHand, Guid, long, Task> tamper) => new(what, false, async (hand, chance) =>
    {
        var (chain, length) = Chain(hand, chance, 1);
        await tamper(hand, chain, length);
        return [new Tampered(hand.Log, chain, length + 1, length + 2)];
    });

    private static Tampering Beside(string what, Func<LogByHand, Random, Guid, long, Task> tamper) => new(what, false, async (hand, chance) =>
    {
        var entries = await hand.WithBeside();
        var (chain, at) = entries[chance.Next(entries.Count)];
        await tamper(hand, chance, chain, at);
        return [new Tampered(hand.Log, chain, at, at)];
    });

    private static async Task Remove(LogByHand hand, Guid chain)
    {
        await hand.Delete(chain, 1, long.MaxValue);
        await hand.DeleteHead(chain);
    }

    private static (Guid Chain, long Length) Chain(LogByHand hand, Random chance, long atLeast)
    {
        var enough = hand.Chains.Where(c => c.Length >= atLeast).ToList();
        return enough[chance.Next(enough.Count)];
    }

    // The hat stands in the bytes alone, so no column gives it away.
    private static async Task<byte[]> OtherHat(LogByHand hand, Guid chain, long at)
    {
        var text = Encoding.UTF8.GetString((await hand.Read(chain, at, at)).Single().Entry);
        var other = text.Replace("\"hat\":\"Support\"", "\"hat\":\"Decides\"", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(other != text ? other : text.Replace("\"hat\":\"", "\"hat\":\"Not", StringComparison.Ordinal));
    }

    private static object? Other(string assignment, Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return !assignment.Contains("{2}", StringComparison.Ordinal) ? null
            : assignment.StartsWith("at ", StringComparison.Ordinal) ? new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(chance.Next(1, 100_000_000))
            : assignment.StartsWith("text", StringComparison.Ordinal) || assignment.StartsWith("key", StringComparison.Ordinal) ? bytes
            : new Guid(bytes);
    }
}
