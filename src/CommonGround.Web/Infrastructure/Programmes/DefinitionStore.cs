using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>Published definitions in the database, shared by all nodes: also a node that runs an older content folder finds a newer one.</summary>
public sealed class DefinitionStore(IServiceScopeFactory scopes, PlainDatabase plain, TimeProvider clock)
{
    /// <summary>Stores what is not there yet. Two nodes that start at once both may: the first wins, and both wrote the same.</summary>
    public async Task Publish(IEnumerable<PublishedContent> content, CancellationToken cancel = default)
    {
        var stored = plain.FirstColumn<string>("select hash from definition");
        if (content.ExceptBy(stored, c => c.Hash).ToList() is not [_, ..] unknown)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        foreach (var missing in unknown)
        {
            var (hash, sort, key, version, bytes, now) =
                (missing.Hash, (int)missing.Sort, missing.Key, missing.Version, missing.Bytes.ToArray(), clock.GetUtcNow().UtcDateTime);
            await db.Database.ExecuteSqlAsync(
                $"insert into definition (hash, sort, key, version, bytes, stored_at) values ({hash}, {sort}, {key}, {version}, {bytes}, {now}) on conflict (hash) do nothing",
                cancel);
        }
    }

    /// <summary>The bytes that were published under a hash, or null. Asked for once a hash and process: the library remembers.</summary>
    public byte[]? Find(string hash, ContentSort sort)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        return db.Set<Definition>().Where(d => d.Hash == hash && d.Sort == sort).Select(d => d.Bytes).FirstOrDefault();
    }
}
