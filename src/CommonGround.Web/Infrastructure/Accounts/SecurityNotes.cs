using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Notes what happened to someone's way in, and tells them of it by mail where they should know at once.</summary>
internal static class SecurityNotes
{
    public static Device Device(this HttpContext context) => Domain.Accounts.Device.Of(context.Request.Headers.UserAgent.ToString());

    /// <summary>Added, and stored with the next <c>SaveChanges</c>: in the transaction of what it tells.</summary>
    public static void Note(this CommonGroundDb db, HttpContext context, Guid? personId, SecurityEventKind kind, DateTime at)
    {
        var device = context.Device();
        db.SecurityEvents.Add(new SecurityEvent { Id = Ids.New(at), PersonId = personId, At = at, Kind = kind, Browser = device.Browser, System = device.System });
    }

    /// <summary>A mail, so that someone also hears of it who did not do it. Whoever has no address sees it on their page.</summary>
    /// <param name="template"><c>sign-in-rests</c> or <c>account-changed</c>.</param>
    public static void Tell(this CommonGroundDb db, Person person, string template, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(person.Email))
            return;

        db.Outbox.Add(new OutboxMessage
        {
            Id = Ids.New(at), ToPersonId = person.Id, Template = template, Language = person.Language, Path = "/account", Sender = "CommonGround",
            CreatedAt = at, NotBefore = at,
        });
    }
}
