using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CommonGround.Domain.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// Counts tries in vain at each door, before anyone looks whether they are right: however many come at once, to whichever node, no more
/// than the limit are looked at. Names that are nobody's are counted as others are.
/// </summary>
public sealed class Doors(CommonGroundDb db, TimeProvider clock)
{
    private const int AtMostRaces = 30;

    public static byte[] OfName(string foldedName) => Digest("name:" + foldedName);

    /// <summary>A browser in which this name has signed in before: others' guesses do not close it.</summary>
    public static byte[] OfDevice(string foldedName, string device) => Digest($"device:{device}:{foldedName}");

    /// <summary>Whoever has one address of version 6 has the whole network around it.</summary>
    public static byte[] OfAddress(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        var bytes = address?.GetAddressBytes() ?? [];
        return Digest("address:" + Convert.ToHexString(address?.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes));
    }

    /// <returns>Until when it rests; null where it is open. And whether this try was the one that closed it.</returns>
    public async Task<(DateTime? RestsUntil, bool ClosedNow)> Try(byte[] door, TryLimit limit)
    {
        for (var race = 0; race < AtMostRaces; race++)
        {
            var now = clock.UtcNow();
            var row = await db.SignInTries.AsNoTracking().FirstOrDefaultAsync(t => t.Door == door);
            if (limit.Count(row?.Tries ?? Tries.None, now) is not { } after)
                return (row!.RestsUntil, false);
            if (row is null ? await Add(door, after) : await Change(door, row, after))
                return (null, after.RestsUntil is not null);
        }

        return (clock.UtcNow() + limit.First, false);
    }

    /// <summary>The try was right, after all: it does not count.</summary>
    public Task Forgive(byte[] door) => db.SignInTries.Where(t => t.Door == door && t.Count > 0)
        .ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, t => t.Count - 1).SetProperty(t => t.RestsUntil, (DateTime?)null));

    /// <summary>Counting begins anew; and what has long been forgotten is cleared away.</summary>
    public async Task Forget(byte[] door)
    {
        var old = clock.UtcNow() - TryLimit.OfName.Forgets;
        await db.SignInTries.Where(t => t.Door == door || t.LastAt < old).ExecuteDeleteAsync();
    }

    private async Task<bool> Add(byte[] door, Tries tries)
    {
        var added = db.SignInTries.Add(new SignInTries { Door = door, Count = tries.Count, LastAt = tries.LastAt, RestsUntil = tries.RestsUntil });
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
        finally
        {
            added.State = EntityState.Detached;
        }
    }

    private async Task<bool> Change(byte[] door, SignInTries before, Tries after) =>
        await db.SignInTries.Where(t => t.Door == door && t.Count == before.Count && t.LastAt == before.LastAt).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.Count, after.Count).SetProperty(t => t.LastAt, after.LastAt).SetProperty(t => t.RestsUntil, after.RestsUntil)) == 1;

    private static byte[] Digest(string door) => SHA256.HashData(Encoding.UTF8.GetBytes(door));
}
