using System.Security.Cryptography;
using System.Text;
using CommonGround.Domain.Invitations;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// A link's token and its code, made at random: 80 bits that can be written off paper (no i, l, o or u), and six digits. What is
/// stored of them is in <see cref="Secret"/>.
/// </summary>
public sealed record InvitationKey(string Token, string Code)
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int TokenLetters = 16;

    public InvitationSecret Secret => new(HashOf(Token), HashOf(Token, Code));

    public string Path => $"/invitation/{Token}";

    /// <summary>Of one that was made at the machine: its page offers no letter. It says so by itself, for opening a link asks the database nothing.</summary>
    public string PathToWork => $"{Path}/work";

    public static InvitationKey New()
    {
        var letters = RandomNumberGenerator.GetString(Letters, TokenLetters);
        return new InvitationKey(string.Join('-', letters.Chunk(4).Select(four => new string(four))), RandomNumberGenerator.GetString("0123456789", 6));
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(Plain(token)));

    public static byte[] HashOf(string token, string code) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Plain(token)), Encoding.UTF8.GetBytes(Plain(code)));

    /// <summary>As it was meant: written off paper, o is 0, i and l are 1, and spaces and dashes are nothing.</summary>
    private static string Plain(string written) => string.Concat(written.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)
        .Select(c => c switch { 'o' => '0', 'i' or 'l' => '1', _ => c }));
}
