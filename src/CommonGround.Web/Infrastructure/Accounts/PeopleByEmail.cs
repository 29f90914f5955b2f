using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;

namespace CommonGround.Web.Infrastructure.Accounts;

internal static class PeopleByEmail
{
    /// <summary>Those who have this address, as it is written or as it is folded: several where they share a mail box.</summary>
    public static IQueryable<Person> WithEmail(this IQueryable<Person> people, string email)
    {
        var (written, folded) = (email.Trim(), SignInName.Fold(email));
        return people.Where(p => p.Email == written || p.Email == folded);
    }
}
