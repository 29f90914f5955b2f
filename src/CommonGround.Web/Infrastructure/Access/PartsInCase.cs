using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// The parts that someone has in a case, and in which of them a request is made (need N16): the only one; the one that a form was opened in,
/// so that what was written in one hat is not sent in another; or the one that they chose.
/// </summary>
/// <param name="roles">Whom the page is for; none named: for everyone in the case.</param>
internal sealed class PartsInCase(List<Party> parts, IReadOnlyList<PartyRole> roles)
{
    /// <summary>The hidden field in which a form says in which part it was opened; only those have it who have several.</summary>
    public const string Field = "InPart";

    public List<Party> Fitting { get; } = parts.FindAll(p => roles.Count == 0 || roles.Contains(p.Role));

    /// <returns>Null where they must choose: none is chosen yet, or the chosen one is not what the page is for.</returns>
    public async Task<Party?> ActsIn(HttpContext context, Guid? chosen)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ChoosesPartAttribute>() is not null)
            return Fitting.Find(p => p.Id == chosen) ?? Fitting[0];

        var acting = await OpenedIn(context.Request) is { } opened ? parts.Find(p => p.Id == opened)
            : parts.Count == 1 ? parts[0]
            : parts.Find(p => p.Id == chosen);
        return acting is not null && Fitting.Contains(acting) ? acting : null;
    }

    /// <summary>The page on which they choose, which leads back; a form that was sent leads back to the case.</summary>
    public static string WhereToChoose(HttpRequest request, Guid caseId)
    {
        var back = HttpMethods.IsGet(request.Method) ? $"?to={Uri.EscapeDataString(request.Path + request.QueryString)}" : "";
        return $"/cases/{caseId}/part{back}";
    }

    private static async Task<Guid?> OpenedIn(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;

        try
        {
            return Guid.TryParse((await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field], out var part) ? part : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            // The page refuses it, and says so.
            return null;
        }
    }
}
