namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Passwords that are tried first: <c>content/accounts/common-passwords.txt</c>, read when someone first chooses one.</summary>
public sealed class CommonPasswords
{
    private readonly Lazy<HashSet<string>> _all = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "content", "accounts", "common-passwords.txt")).Where(l => l.Length > 0 && l[0] != '#')]);

    public IReadOnlySet<string> All => _all.Value;
}
