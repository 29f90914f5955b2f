using System.Net.Http.Headers;
using System.Text;
using CommonGround.Domain;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Where anchors are kept: a file that grows by a line each, or an address that each is posted to.</summary>
public sealed record AnchorTarget
{
    private AnchorTarget(string name, string? file, Uri? address, AuthenticationHeaderValue? signIn) =>
        (Name, File, Address, SignIn) = (name, file, address, signIn);

    /// <summary>As it may be told and logged: without name, password or query.</summary>
    public string Name { get; }

    public string? File { get; }

    public Uri? Address { get; }

    public AuthenticationHeaderValue? SignIn { get; }

    public static Outcome<AnchorTarget> Of(string given)
    {
        if (!given.Contains("://", StringComparison.Ordinal))
            return new AnchorTarget(given, given, null, null);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new AnchorTargetUnknown(given.Split("://")[0] + "://…");

        var bare = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        var signIn = address.UserInfo.Length == 0 ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        return new AnchorTarget(bare.GetLeftPart(UriPartial.Path), null, bare, signIn);
    }
}
