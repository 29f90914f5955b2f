using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Features.Shared.Looks;

/// <summary>Tells the privacy officer, or the citizen, that there is something: never what, and not to the officer whose it is.</summary>
public static class LookMail
{
    public static void Tell(CaseChange change, Person to, string path, string sender)
    {
        if (string.IsNullOrEmpty(to.Email))
            return;

        change.Send(new OutboxMessage
        {
            Id = change.NewId(), ToPersonId = to.Id, Template = "notice", Language = to.Language, Path = path, Sender = sender,
            CreatedAt = change.Now, NotBefore = change.Now,
        });
    }
}
