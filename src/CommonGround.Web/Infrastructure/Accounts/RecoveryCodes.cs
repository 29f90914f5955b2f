using System.Security.Cryptography;
using System.Text;
using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Ten codes on paper, for the day when the authenticator is lost. Shown once; each opens once.</summary>
public sealed class RecoveryCodes(CommonGroundDb db, TimeProvider clock)
{
    public const int Number = 10;

    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;
    private const int Rounds = 100_000;

    // For a name that is nobody's, so that it takes as long.
    private static readonly byte[] NobodysSalt = RandomNumberGenerator.GetBytes(16);

    /// <summary>Is it written as one? Then it is none of an authenticator's six digits.</summary>
    public static bool LooksLikeOne(string code) => Plain(code).Length == Length;

    /// <summary>New ones take the place of all earlier ones, with the next <c>SaveChanges</c>.</summary>
    public async Task<IReadOnlyList<string>> Make(Guid personId)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.PersonId == personId).ToListAsync());
        var salt = RandomNumberGenerator.GetBytes(16);
        var codes = Enumerable.Range(0, Number).Select(_ => RandomNumberGenerator.GetString(Letters, Length)).ToList();
        var now = clock.UtcNow();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { Id = Ids.New(now), PersonId = personId, Salt = salt, Hash = Hash(code, salt) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(four => new string(four))))];
    }

    /// <summary>The code that this is, if it was not used. Takes as long for a person who is none.</summary>
    public async Task<RecoveryCode?> Find(Guid personId, string written)
    {
        var codes = await db.RecoveryCodes.Where(c => c.PersonId == personId).ToListAsync();
        var hash = Hash(Plain(written), codes.FirstOrDefault()?.Salt ?? NobodysSalt);
        return codes.Find(c => c.UsedAt is null && CryptographicOperations.FixedTimeEquals(c.Hash, hash));
    }

    private static byte[] Hash(string code, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, Rounds, HashAlgorithmName.SHA256, 32);

    private static string Plain(string written) => string.Concat(written.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)
        .Select(c => c switch { 'o' => '0', 'i' or 'l' => '1', _ => c }));
}
